import CursesTerminal
import Interface

/// Writes down what comes to the screen: into a file where somebody asked for one, and into memory,
/// for a report of a crash.
final class Journal: SessionJournal {
  /// A session's file while it grows.
  let file: GrowingFile?
  private let clock = ContinuousClock()
  private var start: ContinuousClock.Instant

  /// - Parameters:
  ///   - head: what the session began with.
  ///   - played: what has come already.
  ///   - report: where a crash is told of; nil where nothing can be kept.
  init(head: SessionHead, played: [TimedEvent] = [], file: GrowingFile?, report: String?) {
    self.file = file
    start = clock.now
    file?.add(head.text + "\(SessionHead.events)\n")
    if let report { CrashReport.begin(path: report, head: head.text) }
    for timed in played { write(EventLine.text(timed.event, at: timed.seconds)) }
    start -= .seconds(played.last?.seconds ?? 0)
  }

  func note(_ event: SessionEvent) {
    write(EventLine.text(event, at: start.duration(to: clock.now) / .seconds(1)))
  }

  private func write(_ line: String) {
    file?.add(line)
    CrashReport.note(line)
  }
}
