import Diffusion

/// What goes on beside a screen without threads or clock: work is done as soon as it is asked for,
/// and training goes on when it is told to. Measurements wait, each side's latest: nobody looks at
/// them before the picture is made.
struct OffscreenWork: EffectPerformer {
  private var trainer: (any TrainingProcess)?
  private var isTraining = false
  private var measurements: [Side: Job] = [:]
  private var results: [Action] = []

  var clock: ContinuousClock? { nil }

  mutating func startTraining(_ trainer: any TrainingProcess, isPaused: Bool) {
    self.trainer = trainer
    isTraining = !isPaused
  }

  mutating func pauseTraining() { isTraining = false }

  mutating func resumeTraining() { isTraining = true }

  mutating func changeTraining(_ settings: TrainingSpecification) { trainer?.settings = settings }

  mutating func submit(_ job: Job) {
    if job.kind == .measuring {
      measurements[job.side] = job
    } else {
      results.append(job.work())
    }
  }

  /// What has come of the work since the last call.
  mutating func answers() -> [Action] {
    defer { results = [] }
    return results
  }

  /// Lets the network make so many steps; nil while it is not trained.
  mutating func train(steps: Int) -> TrainingReport? {
    guard isTraining, var trainer else { return nil }
    self.trainer = nil
    var losses: [LossCurve.Point] = []
    for _ in 0..<steps {
      let loss = trainer.step()
      losses.append(LossCurve.Point(step: trainer.steps, loss: loss))
    }
    var report = TrainingReport(trainer: trainer)
    report.losses = losses
    self.trainer = trainer
    return report
  }

  /// Gives up the measurements that wait.
  mutating func callOffMeasurements() { measurements = [:] }

  /// Makes the measurements that wait: of each a slice.
  mutating func measure() -> [Action] {
    defer { measurements = [:] }
    return Side.allCases.compactMap { measurements[$0]?.work() }
  }
}
