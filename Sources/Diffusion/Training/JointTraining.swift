/// Networks while they learn together, as a method makes them: what a step draws, and what it moves.
public protocol JointLearner: Sendable {
  associatedtype Networks: JointNetworks
  /// What a method says of what they learn.
  associatedtype Subject: Sendable

  /// Networks with their first weights.
  ///
  /// - Parameters:
  ///   - standardization: how the data is brought to unit size.
  ///   - network: the hidden layers of all of them.
  ///   - stream: what the weights are drawn from.
  init(
    _ subject: Subject, in standardization: Standardization, network: NetworkSpecification,
    optimizer: Optimizer, from stream: inout RandomStream)

  /// Networks as they were learned, with optimizers that have to find their pace again; nil where they have
  /// learned something else.
  init?(_ subject: Subject, continuing networks: Networks, optimizer: Optimizer)

  /// Goes on with another optimizer, which begins its count of steps.
  mutating func change(to optimizer: Optimizer)

  /// Draws batches and moves the weights of all networks once.
  ///
  /// - Returns: the loss before the move.
  mutating func step(_ step: JointStep, from stream: inout RandomStream) -> Double

  /// What to sample with.
  func networks(in standardization: Standardization) -> Networks
}

/// What a step of several networks is made of.
public struct JointStep: Sendable {
  /// The number of the step, from 1.
  let number: Int
  let settings: TrainingSpecification
  let data: TrainingData

  /// Clean points in standard units, as many as a batch has.
  func cleanPoints(from stream: inout RandomStream) -> [SIMD2<Float>] {
    (0..<settings.batch).map { _ in
      let choice = stream.uniform()
      return SIMD2<Float>(data.made(choice: choice, normals: (stream.normalPoint(), .zero)).clean)
    }
  }
}

/// A training run of several networks with each other, whatever they learn: the data, the settings and
/// the place in the run, as `NetworkTraining` is for one network.
///
/// It is a value: the same inputs give the same bytes. Two networks that play against each other have no
/// loss that tells when learning goes astray, so nobody watches it.
public struct JointTraining<Learner: JointLearner>: TrainingProcess {
  /// What is learned, in words.
  public let dataName: String
  /// The batch and the highest rate; they may be changed between steps.
  public var settings: TrainingSpecification {
    didSet {
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  public private(set) var steps = 0
  public var rate: Double { settings.rate }
  public var recoveries: [Trainer.Recovery] { [] }

  /// The frame of the experiment that the data is seen in.
  var frame = Standardization.identity
  private let data: TrainingData
  private var learner: Learner

  /// A run that has made no step yet.
  ///
  /// - Parameter network: the hidden layers of all networks.
  public init(
    _ subject: Learner.Subject, mixture: GaussianMixture, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64
  ) {
    self.dataName = dataName
    self.settings = settings
    self.seed = seed
    data = TrainingData(mixture: mixture)
    var stream = Randomness(seed: seed).stream(.initialization)
    learner = Learner(
      subject, in: data.standardization, network: network, optimizer: settings.optimizer,
      from: &stream)
  }

  /// A run that goes on from trained weights, with optimizers that have to find their pace again; nil
  /// where they measure data of another place or size, or have learned something else.
  public init?(
    _ subject: Learner.Subject, continuing weights: JointWeights<Learner.Networks>,
    mixture: GaussianMixture, dataName: String, settings: TrainingSpecification
  ) {
    data = TrainingData(mixture: mixture)
    guard data.standardization == weights.networks.standardization,
      let learner = Learner(
        subject, continuing: weights.networks, optimizer: settings.optimizer)
    else { return nil }
    self.dataName = dataName
    self.settings = settings
    seed = weights.seed
    steps = weights.steps
    frame = weights.frame
    self.learner = learner
  }

  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    return learner.step(JointStep(number: steps, settings: settings, data: data), from: &stream)
  }

  public var weights: JointWeights<Learner.Networks> {
    JointWeights(
      networks: learner.networks(in: data.standardization), frame: frame, data: dataName,
      steps: steps, seed: seed)
  }
}
