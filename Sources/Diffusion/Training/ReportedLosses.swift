/// The losses of a run between the reports that somebody reads.
///
/// What a report tells depends on the steps it speaks of and on the reports that were read before it,
/// and not on when it is read: whoever makes the same steps again can tell the same.
struct ReportedLosses: Sendable {
  /// How many steps a point of the curve stands for at first.
  private static let stepsPerPoint = 8

  /// Since the report that was read last.
  private var unread = LossCurve(stepsPerPoint: stepsPerPoint)
  /// Since the latest report.
  private var sinceReport = LossCurve(stepsPerPoint: stepsPerPoint)

  mutating func add(_ loss: Double, step: Int) {
    unread.add(loss, step: step)
    sinceReport.add(loss, step: step)
  }

  /// What a report made now has to tell.
  mutating func report() -> [LossCurve.Point] {
    sinceReport = unread
    return sinceReport.takePoints()
  }

  /// The latest report was read.
  mutating func take() { unread = sinceReport }
}
