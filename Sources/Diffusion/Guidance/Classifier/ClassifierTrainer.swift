import Foundation

/// A classifier of noisy points while it learns, advanced one step at a time.
///
/// Like the `Trainer` of a model it is a value: the same inputs give the same bytes.
public struct ClassifierTrainer: Sendable {
  public let dataName: String
  public let seed: UInt64
  public let settings: TrainingSpecification
  /// How many steps were made.
  public private(set) var steps = 0

  private let data: TrainingData
  private let shares: [Double]
  private let features: FeatureMap
  private let kernels: Kernels
  private var learner: Learner

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
    learner = Learner(
      mlp: MLP(architecture),
      parameters: Weights.initialParameters(of: architecture, from: &stream),
      optimizer: settings.optimizer, kernels: kernels)
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean cross entropy of the batch before the move, in nats.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    let batch = ClassifierBatch(
      data: data, features: features, logShares: shares.map { Float(log($0)) },
      kernels: kernels, seed: seed, step: steps, size: settings.batch)
    let sum = learner.learn(from: batch, on: team)
    learner.advance(
      by: Recipe.stride(
        atStep: steps, of: settings.optimizer, highestRate: settings.rate), on: team)
    return sum / Double(settings.batch)
  }

  /// The moving average of the weights: what to ask.
  public var weights: ClassifierWeights {
    ClassifierWeights(
      architecture: learner.mlp.architecture, standardization: data.standardization,
      frequencies: features.frequencies, parameters: learner.average(in: learner.state),
      labels: data.labels, shares: shares, data: dataName, steps: steps, seed: seed)
  }
}
