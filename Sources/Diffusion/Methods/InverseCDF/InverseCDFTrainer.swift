/// A monotone network that learns the quantile functions of a distribution from its samples alone,
/// advanced one step at a time: `Φ_unknown⁻¹(Φ_normal(z))`, coordinate by coordinate.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct InverseCDFTrainer: TrainingProcess {
  public let axes: AxisOrder
  /// What is learned, in words.
  public let dataName: String
  /// The batch and the highest rate asked for; they may be changed between steps. A rate lowered by
  /// a recovery stays so until another is asked for.
  public var settings: TrainingSpecification {
    didSet {
      if settings.rate != oldValue.rate { learner.rate = settings.rate }
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  public private(set) var steps = 0
  public var rate: Double { learner.rate }
  public var recoveries: [Trainer.Recovery] { learner.recoveries }

  private let data: TrainingData
  private let features: FeatureMap
  private let kernels: Kernels
  private var learner: WatchedLearner

  /// The pinball loss of answering 0 in standard units, about.
  private static let ignorance = 0.4

  /// A run that has made no step yet.
  ///
  /// - Parameter network: its hidden layers; the rest of it is not read.
  public init(
    mixture: GaussianMixture, axes: AxisOrder, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64,
    instructions: InstructionSet = .best
  ) {
    self.axes = axes
    self.dataName = dataName
    self.settings = settings
    self.seed = seed
    data = TrainingData(mixture: mixture)
    kernels = Kernels(instructions)
    var stream = Randomness(seed: seed).stream(.initialization)
    features = FeatureMap(from: &stream)
    let architecture = InverseCDFWeights.architecture(of: network)
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture),
        parameters: Weights.initialParameters(of: architecture, from: &stream),
        optimizer: settings.optimizer, kernels: kernels),
      rate: settings.rate, ignorance: Self.ignorance)
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size, or map the coordinates in another order.
  public init?(
    continuing weights: InverseCDFWeights, mixture: GaussianMixture, axes: AxisOrder,
    dataName: String, settings: TrainingSpecification
  ) {
    self.init(
      mixture: mixture, axes: axes, dataName: dataName,
      network: NetworkSpecification(
        hidden: weights.architecture.hidden, activation: weights.architecture.activation,
        isResidual: weights.architecture.isResidual), settings: settings, seed: weights.seed)
    guard weights.axes == axes, data.standardization == weights.standardization,
      features.frequencies == weights.frequencies
    else { return nil }
    learner = WatchedLearner(
      Learner(
        mlp: learner.mlp, parameters: weights.parameters, optimizer: settings.optimizer,
        kernels: kernels), rate: settings.rate, ignorance: Self.ignorance)
    steps = weights.steps
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean pinball loss of both coordinates in standard units, before the move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    let batch = InverseCDFBatch(
      data: data, axes: axes, features: features, kernels: kernels, seed: seed, step: steps,
      size: 2 * settings.batch)
    return learner.step(on: batch, dividedBy: batch.size, step: steps, with: team)
  }

  /// The moving average of the weights: what to sample with.
  public var weights: InverseCDFWeights {
    InverseCDFWeights(
      axes: axes, architecture: learner.mlp.architecture, standardization: data.standardization,
      frequencies: features.frequencies, parameters: learner.average, data: dataName,
      steps: steps, seed: seed)
  }
}
