/// What a training run tells those who watch it.
public struct TrainingReport: Sendable, Equatable {
  /// The weights as they are now, ready to sample with.
  public var weights: Weights
  /// How many steps were made.
  public var steps: Int
  /// The loss curve since the report before, at most `LossCurve.capacity` points.
  public var losses: [LossCurve.Point]
  /// The batch in force.
  public var batch: Int
  /// The highest rate in force: what was asked for, halved at every recovery.
  public var rate: Double
  /// All recoveries of the run.
  public var recoveries: [Trainer.Recovery]
  /// Which run this is: 0 for the first, one more after every restart. A reader that sees a new
  /// number begins a new loss curve.
  public var run: Int

  /// What there is to say of a run at this moment, without its losses.
  public init(trainer: Trainer, run: Int) {
    weights = trainer.weights
    steps = trainer.steps
    losses = []
    batch = trainer.settings.batch
    rate = trainer.rate
    recoveries = trainer.recoveries
    self.run = run
  }
}
