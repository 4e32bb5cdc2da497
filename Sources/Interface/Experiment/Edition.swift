import Diffusion

/// An experiment as it is edited, and which of its trainings goes on.
public struct Edition: Codable, Sendable, Equatable {
  @Indirect public var experiment: Experiment
  /// The number of the fresh start that the training goes back to.
  public var start = 0

  /// What a training belongs to.
  var trainingKey: TrainingKey {
    TrainingKey(
      distribution: experiment.distribution, isStandardized: experiment.isStandardized,
      network: experiment.model.network,
      methodSpecification: experiment.methodSpecification.ofTraining,
      schedule: experiment.methodSettings.learnsSchedule ? experiment.schedule : nil, start: start)
  }
}

/// What a training belongs to: the data it learns, the network that learns, the method that it learns
/// for, and a fresh start. Every sampler shares it, and every schedule where the method learns none.
public struct TrainingKey: Sendable, Equatable {
  let distribution: DistributionSpecification
  let isStandardized: Bool
  let network: NetworkSpecification
  let methodSpecification: MethodSpecification
  let schedule: ScheduleSpecification?
  let start: Int

  /// Whether two trainings differ in nothing but when they were started.
  func isOfSameKind(as other: TrainingKey) -> Bool {
    distribution == other.distribution && isStandardized == other.isStandardized
      && network == other.network
      && methodSpecification == other.methodSpecification && schedule == other.schedule
  }
}
