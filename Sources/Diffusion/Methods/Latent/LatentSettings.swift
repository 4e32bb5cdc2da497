/// Who turns away from a word after `not`.
public enum NegationKind: String, Codable, Sendable, CaseIterable {
  /// Guidance: a step away from the estimate under that word.
  case guidance
  /// The text encoder alone, as far as it can tell what `not` belongs to.
  case encoder
}

/// What an experiment says about latent pictures alone.
public struct LatentSettings: MethodSettings {
  public static let method = Method.latent

  /// The pictures that are learned.
  public var pictures: PictureSource
  /// How many numbers a picture is encoded in.
  public var latents: Int
  /// Whether the auto-encoder is variational.
  public var isVariational: Bool
  public var encoder: TextEncoderKind
  /// Who turns away from words after `not`.
  public var negation: NegationKind
  /// What is asked for; nothing where it is empty.
  public var prompt: String
  /// How far estimates go from that of no prompt to that of the prompt: 1 is the prompt's own.
  public var promptWeight: Double
  /// What makes latents of a prompt.
  public var generator: LatentMaker
  /// How much noise is on the small pictures that the cascade is told, from 0 to 1; nil for no
  /// cascade.
  public var cascade: Double?
  /// Where samples are to lie in the plane of the first two latents; nil for anywhere.
  public var region: LatentRegion?

  public init(
    pictures: PictureSource = .digits, latents: Int = 4, isVariational: Bool = true,
    encoder: TextEncoderKind = .attention, negation: NegationKind = .guidance,
    prompt: String = "red seven", promptWeight: Double = 2, generator: LatentMaker = .diffusion,
    cascade: Double? = nil, region: LatentRegion? = nil
  ) {
    self.pictures = pictures
    self.latents = latents
    self.isVariational = isVariational
    self.encoder = encoder
    self.negation = negation
    self.prompt = prompt
    self.promptWeight = promptWeight
    self.generator = generator
    self.cascade = cascade
    self.region = region
  }

  /// How many numbers there may be.
  public static let latentCounts = 2...4
  public static let promptWeights = 0.0...20.0

  public var vocabulary: PictureVocabulary { PictureVocabulary(pictures.attributes) }

  public var ofTraining: LatentSettings {
    var settings = self
    let usual = LatentSettings()
    (settings.prompt, settings.promptWeight) = (usual.prompt, usual.promptWeight)
    settings.negation = usual.negation
    // How much noise is on what a cascade is told is said when it is asked; whether there is one is not.
    settings.cascade = cascade == nil ? nil : 0
    settings.region = nil
    return settings
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "latent is guided by its prompt; say prompt and prompt_weight in place of"
          + " guidance")
    }
    if [.optimal, .full, .learned].contains(experiment.sampler.options.variance) {
      throw ExperimentError(
        path: ["sampler", "variance"],
        description:
          "variance must be small or large: the others are made of where noisy points come"
          + " from, which is not known of latents")
    }
    if !Self.latentCounts.contains(latents) {
      throw ExperimentError(
        path: ["latents"], description: "latents must be from 2 to 4, not \(latents)")
    }
    if !Self.promptWeights.contains(promptWeight) {
      throw ExperimentError(
        path: ["prompt_weight"],
        description: "prompt_weight must be from 0 to \(Self.promptWeights.upperBound), not"
          + " \(promptWeight)")
    }
    if let cascade {
      if !(0...1).contains(cascade) {
        throw ExperimentError(
          path: ["cascade"], description: "cascade must be from 0 to 1, not \(cascade)")
      }
      if !pictures.hasLarger {
        throw ExperimentError(
          path: ["cascade"],
          description: "a cascade learns from pictures drawn in two sizes, and those of a file have"
            + " one; leave it out")
      }
    }
    if let region {
      if let problem = region.problem(in: vocabulary) {
        throw ExperimentError(path: ["region"], description: problem)
      }
      if !generator.leads {
        throw ExperimentError(
          path: ["region"],
          description: "a region leads a diffusion of latents, and generator \(generator.rawValue)"
            + " makes one number after another; leave it out")
      }
    }
    do throws(PictureError) {
      let prompt = try PicturePrompt(prompt, in: vocabulary)
      return LatentProcess(settings: self, prompt: prompt)
    } catch {
      throw ExperimentError(path: ["prompt"], description: error.description)
    }
  }
}

extension Method {
  /// Pictures are encoded in a few numbers, which a diffusion makes of noise under a prompt, and a
  /// decoder makes pictures of (Rombach et al. 2022).
  public static let latent = Method(
    id: "latent", title: "Latent pictures",
    summary: "words become a latent by diffusion, and a decoder makes a picture of it",
    keys: [
      "latents", "autoencoder", "encoder", "negation", "prompt", "prompt_weight", "generator",
      "cascade", "region",
    ],
    unreadKeys: ["guidance", "standardize", "words"],
    timeLine: TimeLine(farEnd: "noise", runs: [.reverse, .forward]),
    learned: "auto-encoder, text encoder, noise of latents", trained: LatentWeights.self,
    exactAnswers: [],
    usualIterations: LatentSettings().parts.reduce(0) { $0 + $1.usualIterations },
    usualSettings: LatentSettings()
  )
}
