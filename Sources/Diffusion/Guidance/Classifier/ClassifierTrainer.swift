import Foundation

/// A classifier of noisy points while it learns, advanced one step at a time.
///
/// Like the `Trainer` of a model it is a value: the same inputs give the same bytes.
public struct ClassifierTrainer: NetworkTrainer {
  public let dataName: String
  public var training: NetworkTraining

  private let data: TrainingData
  private let shares: [Double]

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
    training = NetworkTraining(
      network.classifierArchitecture(labels: mixture.labels.count), settings: settings, seed: seed,
      purpose: .classifier, ignorance: Self.entropy(of: shares), instructions: instructions)
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
    let batch = ClassifierBatch(
      data: data, features: training.features, logShares: shares.map { Float(log($0)) },
      kernels: training.kernels, seed: seed, step: training.nextStep, size: settings.batch)
    return training.step(on: batch, dividedBy: settings.batch, with: team)
  }

  /// The moving average of the weights: what to ask.
  public var weights: ClassifierWeights {
    ClassifierWeights(
      training.network(of: dataName, data.standardization, labels: data.labels),
      shares: shares)
  }
}
