/// What the method builds: pictures, prompt, and runs through latents.
public struct LatentProcess: GenerativeProcess {
  public let settings: LatentSettings
  /// What is asked for.
  public let prompt: PicturePrompt

  public var hasExactField: Bool { true }

  public func dataName(in laboratory: Laboratory) -> String { settings.pictures.title }

  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    DiffusionProcess().marginals(at: times, count: count, in: laboratory)
  }

  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    DiffusionProcess().noiseEnd(at: level, in: laboratory)
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? {
    trainer(in: laboratory)
  }

  /// A trainer of all parts in turn.
  public func trainer(in laboratory: Laboratory) -> LatentTrainer {
    LatentTrainer(
      settings, training: laboratory.experiment.training, seed: laboratory.experiment.seed)
  }

  /// Without weights the pictures' places in the plane by their principal components are diffused
  /// exactly; with them latents are, each one point or two neighbouring ones.
  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    guard let weights else {
      return try DiffusionProcess().generation(by: nil, count: count, in: laboratory)
    }
    guard let own = weights as? LatentWeights else { throw .foreign(weights, to: .latent) }
    let run = try run(by: own.parts, prompts: [prompt], count: count, in: laboratory)
    return Generation(
      start: run.start, steps: laboratory.grid.steps, memory: run.process.sampler.memory
    ) { run.process.advance($0, step: $1) }
  }
}

extension Laboratory {
  /// What the method of latent pictures has built; nil where the method is another.
  public var latent: LatentProcess? { process as? LatentProcess }
}

/// A run of latents from noise.
public struct LatentRun: Sendable {
  public let start: [Point]
  public let process: ReverseProcess
  public let latents: Int

  /// The latents at the end.
  public func finish() -> [[Float]] {
    PromptedLatents.latents(of: process.run(from: start), latents)
  }
}

extension LatentProcess {
  /// A run under prompts, one after another for the latents in turn.
  ///
  /// - Parameters:
  ///   - weight: how far to go to the prompt's own estimate; nil for as the settings say.
  public func run(
    by parts: LatentParts, prompts: [PicturePrompt], count: Int, weight: Double? = nil,
    in laboratory: Laboratory
  ) throws(GenerationError) -> LatentRun {
    guard let denoiser = parts.diffusion, let text = parts.text else {
      throw GenerationError(
        "a prompt needs the parts text and diffusion, and \(parts.text == nil ? "text" : "diffusion")"
          + " is not there")
    }
    guard denoiser.latents == settings.latents else {
      throw GenerationError(
        "the diffusion has learned \(denoiser.latents) latents, and latents is \(settings.latents)")
    }
    let weight = weight ?? settings.promptWeight
    let isGuided = settings.negation == .guidance
    let own = prompts.map { text.embedding(of: isGuided ? $0.wanted : $0.tokens) }
    let most = isGuided ? prompts.map(\.unwanted.count).max() ?? 0 : 0
    var terms = [
      PromptedLatents.Term(
        embeddings: Self.each(own, count), weight: weight + (most > 0 ? Self.turn : 0))
    ]
    for index in 0..<most {
      // Away from the same with the unwanted word: what that alone adds.
      let away = prompts.map { prompt in
        text.embedding(of: prompt.wanted + prompt.unwanted.dropFirst(index).prefix(1))
      }
      terms.append(
        PromptedLatents.Term(
          embeddings: Self.each(away, count), weight: -Self.turn / Double(most)))
    }
    if prompts.allSatisfy({ $0.tokens.isEmpty }) { terms = [] }
    let points = PromptedLatents.points(perLatent: denoiser.latents)
    return LatentRun(
      start: laboratory.start(count: count * points),
      process: laboratory.reverseProcess(asking: PromptedLatents(denoiser, terms: terms)),
      latents: denoiser.latents)
  }

  /// How far words after `not` are turned away from.
  private static let turn = 2.0

  private static func each(_ rows: [[Float]], _ count: Int) -> [Float] {
    (0..<count).flatMap { rows[$0 % rows.count] }
  }
}
