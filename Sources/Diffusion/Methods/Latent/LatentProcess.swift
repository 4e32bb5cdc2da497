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

  /// A trainer of the parts that are not there yet, or were not given all their steps.
  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    guard let own = weights as? LatentWeights, own.fits(settings) else { return nil }
    let known = own.finished(of: settings)
    let missing = settings.parts.filter { !known.contains($0) }
    if missing.isEmpty { return nil }
    return LatentTrainer(
      settings, training: laboratory.experiment.training, parts: missing,
      knowing: own.parts.only(known), seed: laboratory.experiment.seed,
      after: known.reduce(0) { $0 + $1.usualIterations })
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
    return Generation(start: run.start, steps: run.steps, memory: run.memory, advance: run.advance)
  }
}

extension Laboratory {
  /// What the method of latent pictures has built; nil where the method is another.
  public var latent: LatentProcess? { process as? LatentProcess }
}
