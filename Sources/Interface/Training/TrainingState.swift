import Diffusion

/// What the screen knows of the training that goes on elsewhere.
public struct TrainingState: Sendable {
  public enum Activity: Sendable, Hashable {
    /// Nothing has been trained yet.
    case idle
    case running
    case paused
  }

  public var activity: Activity = .idle
  public var steps = 0
  public var stepsPerSecond = 0.0
  /// The batch and the rate that were asked for.
  public var settings: TrainingSpecification
  /// The rate in force: halved by every recovery.
  public var rate: Double
  public var losses = LossCurve()
  public var weights: (any TrainedWeights)?
  /// The training itself as last heard of, from which it can go on; nil where there is none, or
  /// where weights from a file cannot be trained on.
  public var trainer: (any TrainingProcess)?
  /// The step up to which the weights are in a file.
  public var savedSteps = 0
  /// The times training blew up and went back to good weights.
  public var recoveries: [Trainer.Recovery] = []
  /// What a file of its weights is called, without an ending.
  public var name: String

  /// The network as it was at earlier steps.
  public internal(set) var snapshots = Snapshots()
  /// The snapshot that is shown, kept while others are thinned out; nil shows the network as it is
  /// now.
  public internal(set) var shown: (any TrainedWeights)?
  /// The data, the network and the start it belongs to.
  let key: TrainingKey

  init(_ edition: Edition) {
    let experiment = edition.experiment
    key = edition.trainingKey
    settings = experiment.training
    rate = experiment.training.rate
    name = experiment.fileName
  }

  /// A training that begins with weights of a file, paused, so that they are seen as they are.
  init(_ edition: Edition, weights: any TrainedWeights, of laboratory: Laboratory) {
    self.init(edition)
    activity = .paused
    steps = weights.steps
    savedSteps = weights.steps
    self.weights = weights
    trainer = laboratory.trainingProcess(continuing: weights)
  }

  /// A training that goes on from a snapshot of another.
  init(_ edition: Edition, continuing before: TrainingState, with trainer: any TrainingProcess) {
    self.init(edition)
    activity = .running
    steps = trainer.steps
    weights = trainer.weights
    self.trainer = trainer
    snapshots = before.snapshots
    snapshots.truncate(after: steps)
    for point in before.losses.points where point.step <= steps {
      losses.add(point.loss, step: point.step)
    }
  }

  /// The network that is shown: as it is now, or a snapshot.
  public var shownWeights: (any TrainedWeights)? { shown ?? weights }

  /// The steps of the snapshot that is shown; nil for the network as it is now.
  public var shownSteps: Int? { shown?.steps }

  /// How many steps are in no file.
  public var unsavedSteps: Int { max(0, steps - savedSteps) }

  /// About how many bytes it keeps. A trainer holds the parameters, their moments and average, the
  /// last good of these, and for four shards of a batch gradients and scratch memory: about
  /// sixteen arrays as long as the parameters.
  var bytes: Int {
    16 * MemoryLayout<Float>.size * (weights?.parameterCount ?? 0) + snapshots.bytes
  }
}

extension LossCurve {
  /// The latest value, averaged over the last few points so that it can be read.
  public var latest: Double? {
    let tail = points.suffix(8)
    guard !tail.isEmpty else { return nil }
    return tail.reduce(0) { $0 + $1.loss } / Double(tail.count)
  }
}
