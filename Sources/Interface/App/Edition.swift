import Diffusion

/// An experiment as it is edited, and which of its trainings goes on.
public struct Edition: Sendable, Equatable {
  public var experiment: Experiment
  /// The number of the fresh start that the training goes back to.
  public var start = 0
  /// The training step of the earlier network that guidance turns away from; nil for none.
  public var weakerSteps: Int?

  /// What a training belongs to.
  var trainingKey: TrainingKey {
    TrainingKey(
      distribution: experiment.distribution, network: experiment.model.network, start: start)
  }
}

/// What a training belongs to: the data it learns, the network that learns, and a fresh start.
/// Every schedule and every sampler shares it.
public struct TrainingKey: Sendable, Equatable {
  let distribution: DistributionSpecification
  let network: NetworkSpecification
  let start: Int

  /// Whether two trainings differ in nothing but when they were started.
  func isOfSameKind(as other: TrainingKey) -> Bool {
    distribution == other.distribution && network == other.network
  }
}
