extension Method {
  /// A generator makes points of normal latents, and learns from a discriminator that tells its points
  /// from real ones (Goodfellow et al. 2014).
  public static let gan = Method(
    id: "gan", title: "Generative adversarial network",
    summary: "a generator makes points of normal latents, to fool a discriminator that learns too",
    trainingKeys: ["stabilizer"],
    unreadKeys: ["schedule", "sampler", "guidance", "standardize"],
    timeLine: TimeLine(farEnd: "latents", runs: [.reverse, .forward]),
    learned: "a generator and a discriminator, against each other", trained: GANWeights.self,
    exactAnswers: [.density, .field], usualIterations: 5000, usualSettings: GANSettings()
  ) { sampler in
    "the sampler \(sampler.id) goes from noise to data in steps, and gan makes a point of each latent"
      + " at once; leave it out"
  }
}

/// What an experiment says about GANs alone.
public struct GANSettings: MethodSettings {
  public static let method = Method.gan

  /// What keeps the game calm.
  public var stabilizer: GANStabilizer

  public init(stabilizer: GANStabilizer = .r1) {
    self.stabilizer = stabilizer
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance leads samples on their way from noise, and gan makes each at once;"
          + " leave it out")
    }
    return GANProcess(settings: self, exact: ExactGenerator(of: mixture))
  }
}
