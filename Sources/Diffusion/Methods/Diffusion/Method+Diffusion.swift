extension Method {
  /// Noise is added step by step until nothing of the data is left, and a denoiser leads back (Ho et
  /// al. 2020; Song et al. 2021).
  public static let diffusion = Method(
    id: "diffusion", title: "Diffusion",
    summary: "data is noised to the standard normal, and a denoiser leads back",
    keys: ["prior"], timeLine: TimeLine(farEnd: "noise"),
    learned: "the noise, the clean point, v or the velocity", trained: Weights.self,
    exactAnswers: Set(ExactAnswer.allCases), usualIterations: 2000,
    usualSettings: DiffusionSettings(),
    metrics: [.flowLikelihood, .scoreError, .bound, .scheduleVariance])
}

/// What an experiment says about diffusion alone: nothing, as schedule, sampler and guidance are
/// said of every experiment.
public struct DiffusionSettings: MethodSettings {
  public static let method = Method.diffusion

  public init() {}

  public var allowsStandardizing: Bool { true }
  public var learnsVariance: Bool { true }
  public var learnsFromKnownPoints: Bool { true }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess { DiffusionProcess() }
}
