/// Everything that decides what Stipple shows: distribution, schedule, model, sampler, seed.
///
/// A preset file, the flags of a command, an undo entry and a saved session are all this value.
/// The same experiment with the same weights gives the same points everywhere.
public struct Experiment: Codable, Sendable, Equatable {
  public var title: String
  public var distribution: DistributionSpecification
  /// Whether the diffusion runs on the data at mean 0 and unit spread; nil for where that is needed.
  public var standardize: Bool?
  /// Words that cover several labels, besides those the distribution has.
  public var words: [LabelGroup]
  public var schedule: ScheduleSpecification
  public var model: ModelSpecification
  public var training: TrainingSpecification
  public var sampler: SamplerSpecification
  /// Where samples are led; nil for nowhere.
  public var guidance: GuidanceSpecification?
  /// The method that leads from noise to data, and what is said of it alone.
  public var methodSpecification: MethodSpecification
  /// How many points are shown.
  public var particles: Int
  public var seed: UInt64
  /// How quantities are named; nil for DDPM's names.
  public var notation: Notation?

  public init(
    title: String = "Eight Gaussians",
    distribution: DistributionSpecification = .named(.eightGaussians),
    standardize: Bool? = nil, words: [LabelGroup] = [],
    schedule: ScheduleSpecification = ScheduleSpecification(),
    model: ModelSpecification = ModelSpecification(),
    training: TrainingSpecification = TrainingSpecification(),
    sampler: SamplerSpecification = SamplerSpecification(),
    guidance: GuidanceSpecification? = nil,
    method: any MethodSettings = DiffusionSettings(),
    particles: Int = 2000, seed: UInt64 = 7
  ) {
    self.title = title
    self.distribution = distribution
    self.standardize = standardize
    self.words = words
    self.schedule = schedule
    self.model = model
    self.training = training
    self.sampler = sampler
    self.guidance = guidance
    methodSpecification = MethodSpecification(method)
    self.particles = particles
    self.seed = seed
  }

  /// The fewest and the most points that can be shown.
  public static let particleLimits = 1...200_000

  /// Whether the diffusion runs on the data at mean 0 and unit spread: as the experiment says, else for
  /// points of files that are far from that. Where the method takes data as it is, never.
  public var isStandardized: Bool {
    methodSettings.allowsStandardizing && (standardize ?? distribution.isForeign)
  }

  /// What brings the data to the coordinates that the diffusion runs in.
  func frame() throws(DistributionError) -> Standardization {
    isStandardized ? try distribution.ownFrame() : .identity
  }

  public var randomness: Randomness { Randomness(seed: seed) }

  /// Whether a network is told labels in training, or none for a share of the samples.
  public var tellsLabels: Bool {
    model.network.isLabelled || methodSettings.tellsLabels
  }

  /// How many steps a sampling run has: as the sampler says, or where it does not as many as the
  /// method needs of it.
  public var samplingSteps: Int {
    sampler.steps ?? methodSettings.usualSteps(of: sampler.kind, on: schedule.timesteps)
      ?? sampler.steps(on: schedule.timesteps)
  }
}

/// What a preset says about the model.
public struct ModelSpecification: Codable, Sendable, Hashable {
  public enum Kind: String, Codable, Sendable, CaseIterable {
    /// The closed-form answer.
    case exact
    /// A network that is trained.
    case learned
  }

  public var kind: Kind
  /// The network, also where the exact model is chosen: it can be trained and compared.
  public var network: NetworkSpecification

  public init(kind: Kind = .learned, network: NetworkSpecification = NetworkSpecification()) {
    self.kind = kind
    self.network = network
  }
}

extension Experiment {
  /// Another number of noising steps; the sampler never makes more steps than that.
  public mutating func setTimesteps(_ count: Int) {
    schedule.timesteps = count
    if let steps = sampler.steps, count > 0 { sampler.steps = min(steps, count) }
  }
}

/// What a preset says about sampling.
public struct SamplerSpecification: Codable, Sendable, Hashable {
  public var kind: Sampler
  public var grid: GridKind
  /// How many sampling steps; nil for as many as the sampler is usually run with.
  public var steps: Int?
  public var options: SamplerOptions

  public init(
    kind: Sampler = .ddpm, grid: GridKind = .trailing, steps: Int? = nil,
    options: SamplerOptions = SamplerOptions()
  ) {
    self.kind = kind
    self.grid = grid
    self.steps = steps
    self.options = options
  }

  /// The number of steps on a schedule of `timesteps`, unless it is given: all of them for DDPM,
  /// which is defined step by step, one for the exact ODE, which needs no stops on the way, and at
  /// most 50 for the others.
  public func steps(on timesteps: Int) -> Int {
    if let steps { return steps }
    if kind == .ode { return 1 }
    return kind == .ddpm ? timesteps : min(50, timesteps)
  }
}
