/// A training run: a network, the data it learns and the recipe, advanced one step at a time.
///
/// A value without clock, threads or hidden state: the same inputs give the same bytes.
public struct Trainer: Sendable {
  /// A return to earlier weights after learning went astray.
  public struct Recovery: Sendable, Equatable, Codable {
    /// The number of steps made when it was noticed.
    public let step: Int
    public let oldRate: Double
    public let newRate: Double
    /// Whether it had learned nothing: then there are no better weights than those of the start.
    public var learnedNothing = false
  }

  public let network: NetworkSpecification
  /// What is learned, in words.
  public let dataName: String
  public let seed: UInt64
  /// The batch and the highest rate asked for; they may be changed between steps. A rate lowered by
  /// a recovery stays so until another is asked for.
  public var settings: TrainingSpecification {
    didSet {
      if settings.rate != oldValue.rate { learner.rate = settings.rate }
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  /// The highest rate in force.
  public var rate: Double { learner.rate }
  /// How many steps were made, recoveries included.
  public private(set) var steps = 0
  /// The frame of the experiment that the mixture is seen in.
  var frame = Standardization.identity
  public var recoveries: [Recovery] { learner.recoveries }

  private let data: TrainingData
  private let features: FeatureMap
  private let kernels: Kernels
  private var learner: WatchedLearner
  private let instructions: InstructionSet

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - dataName: what the weights will say they have learned.
  ///   - instructions: what to compute with; the same instructions give the same bytes.
  public init(
    mixture: GaussianMixture, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64,
    instructions: InstructionSet = .best
  ) {
    self.init(
      data: TrainingData(mixture: mixture, tellsLabels: network.isLabelled), dataName: dataName,
      network: network,
      settings: settings, seed: seed, instructions: instructions)
  }

  private init(
    data: TrainingData, dataName: String, network: NetworkSpecification,
    settings: TrainingSpecification, seed: UInt64, instructions: InstructionSet
  ) {
    self.data = data
    self.dataName = dataName
    self.network = network
    self.settings = settings
    self.seed = seed
    self.instructions = instructions
    var stream = Randomness(seed: seed).stream(.initialization)
    features = FeatureMap(from: &stream)
    kernels = Kernels(instructions)
    let architecture = network.architecture(labels: data.labels.count)
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture),
        parameters: Weights.initialParameters(of: architecture, from: &stream),
        optimizer: settings.optimizer, kernels: kernels), rate: settings.rate)
  }

  /// How many bytes it works on: parameters, gradients, what passes between layers, and the state
  /// it would go back to.
  public var workingSet: Int { learner.byteCount }

  /// The moving average of the weights: what to sample with.
  public var weights: Weights {
    Weights(
      architecture: learner.mlp.architecture, predicts: network.predicts,
      standardization: data.standardization, frequencies: features.frequencies,
      parameters: learner.average, data: dataName, steps: steps, seed: seed,
      labels: data.labels, frame: frame)
  }
}

extension Trainer {
  /// A run that goes on from trained weights, with an optimizer that has to find its pace again.
  ///
  /// Nil where the weights measure data of another place or size, see it through other frequencies or
  /// know other labels: in other coordinates they would be another function.
  public init?(
    continuing weights: Weights, mixture: GaussianMixture, dataName: String,
    settings: TrainingSpecification = TrainingSpecification()
  ) {
    self.init(
      mixture: mixture, dataName: dataName, network: weights.specification, settings: settings,
      seed: weights.seed)
    guard data.standardization == weights.standardization,
      features.frequencies == weights.frequencies, data.labels == weights.labels
    else { return nil }
    learner = WatchedLearner(
      Learner(
        mlp: learner.mlp, parameters: weights.parameters, optimizer: settings.optimizer,
        kernels: kernels), rate: settings.rate)
    steps = weights.steps
    frame = weights.frame
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Parameter team: who shares the work; none is needed, and the result is the same. Small
  ///   batches are done before anybody else has woken up.
  /// - Returns: the mean squared error of the batch, before the move. When it, or where it is
  ///   heading, says that learning has gone astray, the weights go back to the last good ones
  ///   instead, the rate is halved and `recoveries` has one more entry.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    let batch = TrainingBatch(
      data: data, features: features, predicts: network.predicts, target: settings.target,
      labelDropout: settings.labelDropout, kernels: kernels, seed: seed, step: steps,
      size: settings.batch)
    let team = settings.batch < Self.leastSharedBatch ? nil : team
    let divisor = 2 * settings.batch
    return settings.target == .batchPosterior
      ? learner.step(on: PosteriorBatch(batch), dividedBy: divisor, step: steps, with: team)
      : learner.step(on: batch, dividedBy: divisor, step: steps, with: team)
  }

  /// The smallest batch that is worth sharing.
  private static let leastSharedBatch = 128
}
