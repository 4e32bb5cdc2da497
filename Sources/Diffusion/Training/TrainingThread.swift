import Foundation
import Synchronization

/// A thread of its own on which a trainer works, watched and steered through a mailbox.
///
/// Whoever owns it reads `takeReport()` when it likes; nothing here waits for a reader or reads a
/// clock. The thread lives until `stop()`, which the owner must call.
public final class TrainingThread: Sendable {
  /// What the two sides leave for each other.
  private struct Mailbox {
    var isPaused: Bool
    var isStopped = false
    /// Whether the thread waits to be woken; nobody wakes one that is awake.
    var isAsleep = false
    var settings: TrainingSpecification
    var replacement: (any TrainingProcess)?
    var stepsPerReport: Int
    var report: TrainingReport?
    var losses: ReportedLosses
  }

  private let mailbox: Mutex<Mailbox>
  /// Signalled when there is news in the mailbox of a thread that is asleep.
  private let wakeUp = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  /// Calls the step off that is being made when the thread ends: matching a large batch by optimal
  /// transport takes minutes.
  private let watch = WorkWatch()

  /// Starts a thread, which leaves a first report before its first step.
  ///
  /// - Parameters:
  ///   - threads: how many threads share each step; the owner knows how many the machine can
  ///     spare. The weights do not depend on it.
  ///   - stepsPerReport: every how many steps a report is left; see `setStepsPerReport`.
  ///   - isPaused: whether to wait for `resume` before the first step.
  public convenience init(
    trainer: any TrainingProcess, threads: Int = 1, stepsPerReport: Int = 32, isPaused: Bool = false
  ) {
    self.init(
      continuing: TrainingRepetition(trainer), threads: threads, stepsPerReport: stepsPerReport,
      isPaused: isPaused)
  }

  /// Starts a thread that goes on where a run was made again up to; see `init(trainer:)`.
  public init(
    continuing repetition: TrainingRepetition, threads: Int = 1, stepsPerReport: Int = 32,
    isPaused: Bool = false
  ) {
    let trainer = repetition.trainer
    mailbox = Mutex(
      Mailbox(
        isPaused: isPaused, settings: trainer.settings, stepsPerReport: max(1, stepsPerReport),
        losses: repetition.losses))
    let thread = Thread { [self] in
      watch.during {
        work(on: trainer, with: threads > 1 ? WorkerTeam(threads: threads) : nil)
      }
      finished.signal()
    }
    thread.name = "training"
    SignalMask.withAllBlocked { thread.start() }
  }

  /// The newest report, if there is one that was not taken yet.
  public func takeReport() -> TrainingReport? {
    mailbox.withLock { mailbox in
      guard let report = mailbox.report else { return nil }
      mailbox.report = nil
      mailbox.losses.take()
      return report
    }
  }

  /// Stops making steps until `resume`; the thread leaves a last report and sleeps.
  public func pause() { tell { $0.isPaused = true } }

  /// Goes on after `pause`.
  public func resume() { tell { $0.isPaused = false } }

  /// Changes the batch and the highest rate from the next step on.
  public func change(_ settings: TrainingSpecification) { tell { $0.settings = settings } }

  /// Begins another run with this trainer; nothing of the run before is reported any more.
  public func restart(with trainer: any TrainingProcess) {
    tell { mailbox in
      mailbox.replacement = trainer
      mailbox.settings = trainer.settings
      mailbox.report = nil
      mailbox.losses = ReportedLosses()
    }
  }

  /// Sets every how many steps a report is left: the owner, who has a clock, paces them.
  public func setStepsPerReport(_ steps: Int) { tell { $0.stepsPerReport = max(1, steps) } }

  /// Ends the thread and waits for it, one step at most; that step may be called off half done.
  public func stop() {
    tell { $0.isStopped = true }
    watch.callOff()
    finished.wait()
    // Whoever stops it again need not wait.
    finished.signal()
  }

  private func tell(_ change: (inout Mailbox) -> Void) {
    let isAsleep = mailbox.withLock { mailbox in
      change(&mailbox)
      defer { mailbox.isAsleep = false }
      return mailbox.isAsleep
    }
    if isAsleep { wakeUp.signal() }
  }
}

extension TrainingThread {
  /// A run as the thread sees it.
  private struct Session {
    var trainer: any TrainingProcess
    var stepsSinceReport = 0
    var hasNews = true
    /// The settings taken on since the last report.
    var adjustments: [TrainingReport.Adjustment] = []
  }

  /// What to do next, read from the mailbox.
  private enum Order {
    case stop
    case sleep
    case step
    case report
  }

  private func work(on trainer: any TrainingProcess, with team: WorkerTeam?) {
    var session = Session(trainer: trainer)
    while true {
      switch nextOrder(for: &session) {
      case .stop: return
      case .sleep: wakeUp.wait()
      case .report: report(&session)
      case .step: step(&session, with: team)
      }
    }
  }

  private func nextOrder(for session: inout Session) -> Order {
    mailbox.withLock { mailbox in
      if mailbox.isStopped { return .stop }
      if let replacement = mailbox.replacement {
        session = Session(trainer: replacement)
        mailbox.replacement = nil
      }
      if session.trainer.settings != mailbox.settings {
        session.trainer.settings = mailbox.settings
        session.adjustments.append(
          TrainingReport.Adjustment(step: session.trainer.steps, settings: mailbox.settings))
        session.hasNews = true
      }
      let isDue =
        session.trainer.steps == 0 || mailbox.isPaused
        || session.stepsSinceReport >= mailbox.stepsPerReport
      if session.hasNews && isDue { return .report }
      mailbox.isAsleep = mailbox.isPaused
      return mailbox.isPaused ? .sleep : .step
    }
  }

  private func step(_ session: inout Session, with team: WorkerTeam?) {
    let loss = session.trainer.step(on: team)
    let step = session.trainer.steps
    session.stepsSinceReport += 1
    session.hasNews = true
    mailbox.withLock { mailbox in
      if mailbox.replacement == nil { mailbox.losses.add(loss, step: step) }
    }
  }

  private func report(_ session: inout Session) {
    var report = TrainingReport(trainer: session.trainer)
    report.adjustments = session.adjustments
    session.stepsSinceReport = 0
    session.hasNews = false
    session.adjustments = []
    mailbox.withLock { mailbox in
      guard mailbox.replacement == nil else { return }
      // What nobody has read of the report before is told by this one.
      report.adjustments = (mailbox.report?.adjustments ?? []) + report.adjustments
      report.losses = mailbox.losses.report()
      mailbox.report = report
    }
  }
}
