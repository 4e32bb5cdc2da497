/// What a training run tells those who watch it.
public struct TrainingReport: Sendable {
  /// The run itself at this moment: going on from it gives the same weights to the last bit.
  public let trainer: any TrainingProcess
  /// The weights as they are now, ready to sample with.
  public var weights: any TrainedWeights
  /// How many steps were made.
  public var steps: Int
  /// The loss curve since the report before, at most `LossCurve.capacity` points.
  public var losses: [LossCurve.Point]
  /// The highest rate in force: what was asked for, halved at every recovery.
  public var rate: Double
  /// All recoveries of the run.
  public var recoveries: [Trainer.Recovery]
  /// Since the report before: the settings that were taken on between two steps, oldest first.
  public var adjustments: [Adjustment] = []

  /// Other settings, and how many steps had been made when they came into force.
  public struct Adjustment: Sendable, Equatable, Codable {
    public var step: Int
    public var settings: TrainingSpecification

    public init(step: Int, settings: TrainingSpecification) {
      self.step = step
      self.settings = settings
    }
  }

  /// What there is to say of a run at this moment, without its losses.
  public init(trainer: any TrainingProcess) {
    self.trainer = trainer
    weights = trainer.weights
    steps = trainer.steps
    losses = []
    rate = trainer.rate
    recoveries = trainer.recoveries
  }
}
