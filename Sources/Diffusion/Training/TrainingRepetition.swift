/// A run that was watched on a thread of its own, made again in the open: it stops where the thread's
/// reports were read, and tells the same.
public struct TrainingRepetition: Sendable {
  /// The run as it is now.
  public private(set) var trainer: any TrainingProcess
  private(set) var losses = ReportedLosses()

  /// - Parameter trainer: what the thread began with.
  public init(_ trainer: any TrainingProcess) { self.trainer = trainer }

  /// Makes the steps up to a report that was read.
  ///
  /// - Parameters:
  ///   - steps: how many had been made by then since the very beginning; fewer than there are already
  ///     change nothing.
  ///   - adjustments: the settings that the report tells of.
  ///   - team: who shares the work, if anybody. The weights do not depend on it.
  public mutating func report(
    atStep steps: Int, after adjustments: [TrainingReport.Adjustment] = [],
    on team: WorkerTeam? = nil
  ) -> TrainingReport {
    for adjustment in adjustments {
      advance(to: min(adjustment.step, steps), on: team)
      trainer.settings = adjustment.settings
    }
    advance(to: steps, on: team)
    var report = TrainingReport(trainer: trainer)
    report.losses = losses.report()
    losses.take()
    report.adjustments = adjustments
    return report
  }

  private mutating func advance(to steps: Int, on team: WorkerTeam?) {
    while trainer.steps < steps {
      let loss = trainer.step(on: team)
      losses.add(loss, step: trainer.steps)
    }
  }
}
