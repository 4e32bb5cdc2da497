/// A network that learns the velocity of a transport from its pairs, advanced one step at a time:
/// flow matching (Lipman et al. 2023), for any prior, coupling and path.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct TransportTrainer: TrainingProcess {
  public let transport: Transport
  /// What is learned, in words.
  public let name: String
  public let network: NetworkSpecification
  /// The batch and the highest rate asked for; they may be changed between steps. A rate lowered by
  /// a recovery stays so until another is asked for.
  public var settings: TrainingSpecification {
    didSet {
      if settings.rate != oldValue.rate { learner.rate = settings.rate }
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  /// How many steps were made, recoveries included.
  public private(set) var steps = 0
  /// The highest rate in force.
  public var rate: Double { learner.rate }
  public var recoveries: [Trainer.Recovery] { learner.recoveries }

  /// Pairs made before that are drawn from in place of the coupling's: reflow.
  private let pool: TransportPairs?
  private let frame: TransportFrame
  private let features: FeatureMap
  private let kernels: Kernels
  private var learner: WatchedLearner

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - network: its labels are those of the data where it is told labels.
  ///   - pool: pairs to learn in place of the coupling's, at least one.
  public init(
    _ transport: Transport, name: String, network: NetworkSpecification,
    settings: TrainingSpecification, seed: UInt64, pool: TransportPairs? = nil,
    instructions: InstructionSet = .best
  ) {
    self.transport = transport
    self.name = name
    self.network = network
    self.settings = settings
    self.seed = seed
    self.pool = pool
    frame = TransportFrame(of: transport)
    kernels = Kernels(instructions)
    var stream = Randomness(seed: seed).stream(.initialization)
    features = FeatureMap(from: &stream)
    let architecture = network.architecture(
      labels: network.isLabelled ? transport.labels.count : 0, heights: transport.heightInputs)
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture),
        parameters: Weights.initialParameters(of: architecture, from: &stream),
        optimizer: settings.optimizer, kernels: kernels), rate: settings.rate)
  }

  /// A run that goes on from trained weights of the same transport, with an optimizer that has to
  /// find its pace again; nil where they know other labels or see through other frequencies.
  public init?(continuing weights: Weights, _ transport: Transport, settings: TrainingSpecification)
  {
    self.init(
      transport, name: weights.data, network: weights.specification, settings: settings,
      seed: weights.seed)
    guard learner.mlp.architecture == weights.architecture,
      weights.labels.isEmpty || weights.labels == transport.labels,
      features.frequencies == weights.frequencies, weights.heights == transport.heightInputs
    else { return nil }
    learner = WatchedLearner(
      Learner(
        mlp: learner.mlp, parameters: weights.parameters, optimizer: settings.optimizer,
        kernels: kernels), rate: settings.rate)
    steps = weights.steps
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error of the batch before the move, in units of the velocities'
  ///   spread. It cannot fall to 0 where ways cross. When learning has gone astray the weights go
  ///   back to the last good ones instead, and `recoveries` has one more entry.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    let batch = TransportBatch(
      pairs(from: &stream), of: transport, in: frame,
      labelCount: network.isLabelled ? transport.labels.count : 0,
      labelDropout: settings.labelDropout, features: features,
      kernels: kernels, from: &stream)
    return learner.step(on: batch, dividedBy: 2 * settings.batch, step: steps, with: team)
  }

  private func pairs(from stream: inout RandomStream) -> TransportPairs {
    guard let pool else { return transport.pairs(settings.batch, from: &stream) }
    var chosen = pool.chosen(
      (0..<settings.batch).map { _ in Int(stream.uniform() * Double(pool.count)) })
    transport.addBridges(to: &chosen, from: &stream)
    return chosen
  }

  /// The moving average of the weights: what to sample with.
  public var weights: Weights {
    Weights(
      architecture: learner.mlp.architecture, predicts: .velocity, standardization: .identity,
      frequencies: features.frequencies, parameters: learner.average,
      data: name, steps: steps, seed: seed, labels: network.isLabelled ? transport.labels : [],
      heights: transport.heightInputs)
  }
}
