/// A training run that can be advanced step by step, watched and steered: that of a denoiser or of
/// a transport.
public protocol TrainingProcess: Sendable {
  /// The batch and the highest rate asked for; they may be changed between steps.
  var settings: TrainingSpecification { get set }
  /// The highest rate in force.
  var rate: Double { get }
  /// How many steps were made.
  var steps: Int { get }
  /// The returns to earlier weights after learning went astray.
  var recoveries: [Trainer.Recovery] { get }
  /// What to sample with.
  var weights: Weights { get }

  /// Draws a batch and moves the weights once.
  ///
  /// - Parameter team: who shares the work, if anybody.
  /// - Returns: the mean squared error of the batch, before the move.
  mutating func step(on team: WorkerTeam?) -> Double
}

extension TrainingProcess {
  /// Makes a step alone.
  public mutating func step() -> Double { step(on: nil) }
}

extension Trainer: TrainingProcess {}
extension TransportTrainer: TrainingProcess {}
