import Foundation

/// A classifier of noisy points while it learns, advanced one step at a time.
///
/// Like the `Trainer` of a model it is a value: the same inputs give the same bytes.
public struct ClassifierTrainer: Sendable {
  public let dataName: String
  public let seed: UInt64
  public let settings: TrainingSpecification
  /// How many steps were made, recoveries included.
  public private(set) var steps = 0
  /// The frame of the experiment that the mixture is seen in.
  var frame = Standardization.identity
  public var recoveries: [Trainer.Recovery] { learner.recoveries }
  /// The highest rate in force.
  public var rate: Double { learner.rate }

  private let data: TrainingData
  private let shares: [Double]
  private let features: FeatureMap
  private let kernels: Kernels
  private var learner: WatchedLearner

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - mixture: the data, whose labels are told apart.
  ///   - network: its hidden layers; the rest of it is not read.
  public init(
    mixture: GaussianMixture, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64,
    instructions: InstructionSet = .best
  ) {
    data = TrainingData(mixture: mixture, tellsLabels: true)
    shares = mixture.labels.indices.map { label in
      let weights = zip(mixture.components, mixture.labelIndices).filter { $0.1 == label }
      return max(weights.reduce(0) { $0 + $1.0.weight }, 1e-300)
    }
    self.dataName = dataName
    self.seed = seed
    self.settings = settings
    kernels = Kernels(instructions)
    var stream = Randomness(seed: seed).stream(.classifier)
    features = FeatureMap(from: &stream)
    let architecture = network.classifierArchitecture(labels: mixture.labels.count)
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture),
        parameters: Weights.initialParameters(of: architecture, from: &stream),
        optimizer: settings.optimizer, kernels: kernels),
      rate: settings.rate, ignorance: Self.entropy(of: shares))
  }

  /// The cross entropy, in nats, of always answering with the shares of the labels; above 0 also
  /// where there is but one.
  private static func entropy(of shares: [Double]) -> Double {
    max(1e-3, shares.reduce(0) { $0 - $1 * log($1) })
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean cross entropy of the batch before the move, in nats. When learning has gone
  ///   astray the weights go back to the last good ones instead, and `recoveries` has one more entry.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    let batch = ClassifierBatch(
      data: data, features: features, logShares: shares.map { Float(log($0)) },
      kernels: kernels, seed: seed, step: steps, size: settings.batch)
    return learner.step(on: batch, dividedBy: settings.batch, step: steps, with: team)
  }

  /// The moving average of the weights: what to ask.
  public var weights: ClassifierWeights {
    ClassifierWeights(
      architecture: learner.mlp.architecture, standardization: data.standardization,
      frequencies: features.frequencies, parameters: learner.average,
      labels: data.labels, shares: shares, data: dataName, steps: steps, seed: seed,
      frame: frame)
  }
}
