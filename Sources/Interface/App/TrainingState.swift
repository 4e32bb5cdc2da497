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
  /// The step up to which the weights are in a file.
  public var savedSteps = 0
  /// The times training blew up and went back to good weights.
  public var recoveries: [Trainer.Recovery] = []

  init(_ specification: TrainingSpecification) {
    settings = specification
    rate = specification.rate
  }

  /// Whether quitting now would lose work.
  public var hasUnsavedSteps: Bool { steps > savedSteps }
}

extension LossCurve {
  /// The latest value, averaged over the last few points so that it can be read.
  public var latest: Double? {
    let tail = points.suffix(8)
    guard !tail.isEmpty else { return nil }
    return tail.reduce(0) { $0 + $1.loss } / Double(tail.count)
  }
}
