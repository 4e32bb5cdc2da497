/// A network that learns the energy of a distribution diffused to any level, advanced one step at a time.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct EnergyTrainer: NetworkTrainer {
  public let objective: EnergyObjective
  /// What is learned, in words.
  public let dataName: String
  public var training: NetworkTraining
  private let data: TrainingData

  /// A run that has made no step yet.
  ///
  /// - Parameter network: its hidden layers; the rest of it is not read.
  public init(
    mixture: GaussianMixture, objective: EnergyObjective, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64,
    instructions: InstructionSet = .best
  ) {
    self.objective = objective
    self.dataName = dataName
    data = TrainingData(mixture: mixture)
    training = NetworkTraining(
      EnergyWeights.architecture(of: network), settings: settings, seed: seed,
      ignorance: objective.ignorance, reachesInputs: true, instructions: instructions)
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size.
  public init?(
    continuing weights: EnergyWeights, mixture: GaussianMixture, objective: EnergyObjective,
    dataName: String, settings: TrainingSpecification
  ) {
    data = TrainingData(mixture: mixture)
    guard
      let training = NetworkTraining(
        continuing: weights.network, on: data.standardization, settings: settings,
        ignorance: objective.ignorance, reachesInputs: true)
    else { return nil }
    self.training = training
    self.objective = objective
    self.dataName = dataName
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: before the move, for denoising the mean squared error of v; for contrastive divergence by
  ///   how much the chains have left the data uphill, per unit of their length, and exchanges have: 0
  ///   where they are at home.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let (size, step) = (settings.batch, training.nextStep)
    if objective == .contrastiveDivergence {
      let batch = ContrastiveBatch(
        data: data,
        student: EnergyPredictor(
          mlp: training.mlp, parameters: training.parameters, features: training.features,
          kernels: training.kernels), features: training.features, kernels: training.kernels,
        seed: seed, step: step, points: size)
      return training.step(on: batch, dividedBy: size, with: team)
    }
    let batch = DenoisingEnergyBatch(
      data: data, features: training.features, kernels: training.kernels, seed: seed, step: step,
      size: size)
    return training.step(on: batch, dividedBy: 2 * size, with: team)
  }

  /// The moving average of the weights: what to ask.
  public var weights: EnergyWeights {
    EnergyWeights(training.network(of: dataName, data.standardization), objective: objective)
  }
}
