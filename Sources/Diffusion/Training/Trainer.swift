/// A training run: a network, the data it learns and the recipe, advanced one step at a time.
///
/// A value without clock, threads or hidden state: the same inputs give the same bytes.
public struct Trainer: NetworkTrainer {
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
  public var training: NetworkTraining
  private let data: TrainingData

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
    data = TrainingData(mixture: mixture, tellsLabels: network.isLabelled)
    self.dataName = dataName
    self.network = network
    training = NetworkTraining(
      network.architecture(labels: data.labels.count), settings: settings, seed: seed,
      instructions: instructions)
  }

  /// How many bytes it works on: parameters, gradients, what passes between layers, and the state
  /// it would go back to.
  public var workingSet: Int { training.byteCount }

  /// The moving average of the weights: what to sample with.
  public var weights: Weights {
    Weights(
      training.network(of: dataName, data.standardization, labels: data.labels),
      predicts: network.predicts, variance: network.variance)
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
    network = weights.specification
    data = TrainingData(mixture: mixture, tellsLabels: network.isLabelled)
    guard data.labels == weights.labels,
      let training = NetworkTraining(
        continuing: weights.network, on: data.standardization, settings: settings)
    else { return nil }
    self.training = training
    self.dataName = dataName
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Parameter team: who shares the work; none is needed, and the result is the same. Small
  ///   batches are done before anybody else has woken up.
  /// - Returns: the mean squared error of the batch, before the move. When it, or where it is
  ///   heading, says that learning has gone astray, the weights go back to the last good ones
  ///   instead, the rate is halved and `recoveries` has one more entry.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let batch = TrainingBatch(
      data: data, features: training.features, predicts: network.predicts, target: settings.target,
      labelDropout: settings.labelDropout, kernels: training.kernels, seed: seed,
      step: training.nextStep, size: settings.batch)
    let team = settings.batch < Self.leastSharedBatch ? nil : team
    let divisor = 2 * settings.batch
    if network.variance == .learned {
      return training.step(on: VarianceBatch(batch), dividedBy: divisor, with: team)
    }
    return settings.target == .batchPosterior
      ? training.step(on: PosteriorBatch(batch), dividedBy: divisor, with: team)
      : training.step(on: batch, dividedBy: divisor, with: team)
  }

  /// The smallest batch that is worth sharing.
  private static let leastSharedBatch = 128
}
