import Diffusion
import Synchronization

/// The networks that assignments have trained, each once: sheets of a class that say the same of the
/// network share it.
final class NetworkShelf: Sendable {
  /// A network with how it was learned.
  struct Trained: Sendable {
    let weights: any TrainedWeights
    /// The loss in training, thinned out.
    let losses: [LossCurve.Point]
  }

  /// All that a training depends on.
  struct Key: Sendable, Equatable {
    let experiment: Experiment
    let iterations: Int

    /// - Parameter experiment: sampler, guidance and what only a screen reads do not matter, and the
    ///   schedule where the method learns none.
    init(_ experiment: Experiment, iterations: Int) {
      var learned = experiment
      learned.title = ""
      learned.sampler = SamplerSpecification()
      learned.guidance = nil
      learned.particles = 1
      if !experiment.methodSettings.learnsSchedule { learned.schedule = ScheduleSpecification() }
      learned.methodSpecification = experiment.methodSpecification.ofTraining
      self.experiment = learned
      self.iterations = iterations
    }
  }

  private let trained = Mutex<[(key: Key, network: Trained)]>([])

  /// The network of an experiment, trained now unless it was before.
  func network(
    of experiment: Experiment, iterations: Int
  ) throws(ExperimentError) -> Trained {
    let key = Key(experiment, iterations: iterations)
    if let known = trained.withLock({ $0.first { $0.key == key }?.network }) { return known }
    guard let start = try Laboratory(experiment).trainingProcess else {
      throw ExperimentError(
        path: ["method"],
        description:
          "the method \(experiment.method.id) learns nothing, and has no network to judge")
    }
    let network = Self.train(start, iterations: iterations)
    trained.withLock { $0.append((key, network)) }
    return network
  }

  private static func train(_ start: any TrainingProcess, iterations: Int) -> Trained {
    var process = start
    var curve = LossCurve(stepsPerPoint: max(1, iterations / mostLosses))
    for step in 1...iterations { curve.add(process.step(on: nil), step: step) }
    return Trained(weights: process.weights, losses: curve.points)
  }

  /// About how many points of a loss curve are kept.
  private static let mostLosses = 60
}
