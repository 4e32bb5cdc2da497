extension Method {
  /// A latent of the standard normal becomes a point by a decoder, which has learned together with an
  /// encoder that says of which latents a point may be (Kingma and Welling 2014; Rezende et al. 2014).
  public static let vae = Method(
    id: "vae", title: "Variational auto-encoder",
    summary: "a decoder makes points of normal latents; an encoder has taught it which",
    keys: ["latents", "beta", "spread"],
    unreadKeys: ["schedule", "sampler", "guidance", "standardize"],
    timeLine: TimeLine(farEnd: "latents", runs: [.reverse, .forward]),
    learned: "an encoder and a decoder by the evidence lower bound", trained: VAEWeights.self,
    exactAnswers: [.density, .field], usualIterations: 6000, usualSettings: VAESettings(),
    metrics: [.evidence]
  ) { sampler in
    "the sampler \(sampler.id) goes from noise to data in steps, and vae decodes each latent at"
      + " once; leave it out"
  }
}

/// What an experiment says about variational auto-encoders alone.
public struct VAESettings: MethodSettings {
  public static let method = Method.vae

  /// How wide the Gaussian is that the decoder answers with.
  public enum Spread: Codable, Hashable, Sendable {
    /// As wide as is best for the data.
    case learned
    /// The standard deviation per coordinate, in the data's units.
    case fixed(Double)
  }

  /// How many numbers a latent has.
  public var latents: Int
  /// The weight of the divergence in what is learned; 1 is the bound itself.
  public var beta: Double
  public var spread: Spread

  public init(latents: Int = 2, beta: Double = 1, spread: Spread = .learned) {
    self.latents = latents
    self.beta = beta
    self.spread = spread
  }

  /// How many numbers there may be.
  public static let latentCounts = 1...2
  public static let betas = 0.0...100.0
  public static let spreads = 1e-6...1e6

  public var allowsNoHiddenLayers: Bool { true }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    func refuse(_ key: String, _ value: String, _ right: String) -> ExperimentError {
      ExperimentError(path: [key], description: "\(key) must be \(right), not \(value)")
    }
    if !Self.latentCounts.contains(latents) {
      throw refuse(
        "latents", "\(latents)", "1 or 2: the numbers of a latent, of which points are decoded")
    }
    if !Self.betas.contains(beta) {
      throw refuse("beta", "\(beta)", "from 0 to \(Int(Self.betas.upperBound))")
    }
    if case .fixed(let spread) = spread, !Self.spreads.contains(spread) {
      throw refuse(
        "spread", "\(spread)",
        "learned, or from \(Self.spreads.lowerBound) to \(Int(Self.spreads.upperBound))")
    }
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance leads samples on their way from noise, and vae decodes each at once;"
          + " leave it out")
    }
    return VAEProcess(settings: self, map: ExactQuantileMap(of: mixture, axes: .xy))
  }
}
