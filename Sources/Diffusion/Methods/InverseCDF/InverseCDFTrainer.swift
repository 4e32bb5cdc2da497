/// A monotone network that learns the quantile functions of a distribution from its samples alone,
/// advanced one step at a time: `Φ_unknown⁻¹(Φ_normal(z))`, coordinate by coordinate.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct InverseCDFTrainer: NetworkTrainer {
  public let axes: AxisOrder
  /// What is learned, in words.
  public let dataName: String
  public var training: NetworkTraining

  private let data: TrainingData

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
    data = TrainingData(mixture: mixture)
    training = NetworkTraining(
      InverseCDFWeights.architecture(of: network), settings: settings, seed: seed,
      ignorance: Self.ignorance, instructions: instructions)
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size, or map the coordinates in another order.
  public init?(
    continuing weights: InverseCDFWeights, mixture: GaussianMixture, axes: AxisOrder,
    dataName: String, settings: TrainingSpecification
  ) {
    data = TrainingData(mixture: mixture)
    guard weights.axes == axes,
      let training = NetworkTraining(
        continuing: weights.network, on: data.standardization, settings: settings,
        ignorance: Self.ignorance)
    else { return nil }
    self.axes = axes
    self.dataName = dataName
    self.training = training
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean pinball loss of both coordinates in standard units, before the move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let batch = InverseCDFBatch(
      data: data, axes: axes, features: training.features, kernels: training.kernels, seed: seed,
      step: training.nextStep, size: 2 * settings.batch)
    return training.step(on: batch, dividedBy: batch.size, with: team)
  }

  /// The moving average of the weights: what to sample with.
  public var weights: InverseCDFWeights {
    InverseCDFWeights(training.network(of: dataName, data.standardization), axes: axes)
  }
}
