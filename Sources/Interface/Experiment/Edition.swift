import Diffusion

/// An experiment as it is edited, and which of its trainings goes on.
public struct Edition: Sendable, Equatable {
  public var experiment: Experiment
  /// The number of the fresh start that the training goes back to.
  public var start = 0

  /// What a training belongs to.
  var trainingKey: TrainingKey {
    TrainingKey(
      distribution: experiment.distribution, isStandardized: experiment.isStandardized,
      network: experiment.model.network,
      transport: TransportKey(experiment), start: start)
  }
}

/// What a training belongs to: the data it learns, the network that learns, and a fresh start.
/// Every schedule and every sampler shares it; with another prior, every solver does.
public struct TrainingKey: Sendable, Equatable {
  let distribution: DistributionSpecification
  let isStandardized: Bool
  let network: NetworkSpecification
  let transport: TransportKey?
  let start: Int

  /// Whether two trainings differ in nothing but when they were started.
  func isOfSameKind(as other: TrainingKey) -> Bool {
    distribution == other.distribution && isStandardized == other.isStandardized
      && network == other.network && transport == other.transport
  }
}

/// What a network of a transport has learned, besides the data.
struct TransportKey: Sendable, Equatable {
  private let specification: TransportSpecification
  private let path: ScheduleSpecification

  /// Nil for an experiment that diffuses.
  init?(_ experiment: Experiment) {
    guard var specification = experiment.transport else { return nil }
    // Noise on the way changes nothing of what is learned.
    specification.diffusion = TransportSpecification.usualDiffusion
    self.specification = specification
    path = experiment.schedule
  }
}
