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
  public var weights: Weights?
  /// The training itself as last heard of, from which it can go on; nil where there is none, or
  /// where weights from a file cannot be trained on.
  public var trainer: Trainer?
  /// The step up to which the weights are in a file.
  public var savedSteps = 0
  /// The times training blew up and went back to good weights.
  public var recoveries: [Trainer.Recovery] = []
  /// What a file of its weights is called, without an ending.
  public var name: String

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
  init(_ edition: Edition, weights: Weights, of laboratory: Laboratory) {
    self.init(edition)
    activity = .paused
    steps = weights.steps
    savedSteps = weights.steps
    self.weights = weights
    trainer = Trainer(
      continuing: weights, mixture: laboratory.mixture,
      dataName: edition.experiment.distribution.title,
      settings: edition.experiment.training)
  }

  /// How many steps are in no file.
  public var unsavedSteps: Int { max(0, steps - savedSteps) }

  /// About how many bytes it keeps. A trainer holds the parameters, their moments and average, the
  /// last good of these, and for four shards of a batch gradients and scratch memory: about
  /// sixteen arrays as long as the parameters.
  var bytes: Int { 16 * MemoryLayout<Float>.size * (weights?.parameters.count ?? 0) }
}

extension LossCurve {
  /// The latest value, averaged over the last few points so that it can be read.
  public var latest: Double? {
    let tail = points.suffix(8)
    guard !tail.isEmpty else { return nil }
    return tail.reduce(0) { $0 + $1.loss } / Double(tail.count)
  }
}
