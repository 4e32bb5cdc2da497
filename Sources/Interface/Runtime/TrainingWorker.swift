import Diffusion

/// Owns the training thread, and the clock that tells how fast it goes and how often it reports.
final class TrainingWorker {
  struct News {
    let report: TrainingReport
    let stepsPerSecond: Double
  }

  /// How many reports a second the screen wants.
  private static let reportsPerSecond = 30.0
  /// Over how many seconds the speed is averaged, so that the number can be read.
  private static let window = 1.0

  private let threads: Int
  private var thread: TrainingThread?
  /// Whether it is not paused.
  private(set) var isRunning = false
  /// Moments at which so many steps had been made, within the window.
  private var milestones: [(moment: ContinuousClock.Instant, steps: Int)] = []

  /// - Parameter threads: how many threads share each step.
  init(threads: Int) {
    self.threads = threads
  }

  /// Replaces whatever is being trained.
  func start(_ trainer: any TrainingProcess, isPaused: Bool, at now: ContinuousClock.Instant) {
    milestones = [(now, trainer.steps)]
    isRunning = !isPaused
    if let thread {
      thread.pause()
      thread.restart(with: trainer)
      if !isPaused { thread.resume() }
    } else {
      thread = TrainingThread(
        trainer: trainer, threads: threads, stepsPerReport: 8, isPaused: isPaused)
    }
  }

  /// Goes on with a run that was made again.
  func goOn(
    with repetition: TrainingRepetition, isPaused: Bool, at now: ContinuousClock.Instant
  ) {
    milestones = [(now, repetition.trainer.steps)]
    isRunning = !isPaused
    thread = TrainingThread(
      continuing: repetition, threads: threads, stepsPerReport: 8, isPaused: isPaused)
  }

  func pause() {
    isRunning = false
    thread?.pause()
  }

  func resume(at now: ContinuousClock.Instant) {
    if let last = milestones.last { milestones = [(now, last.steps)] }
    isRunning = thread != nil
    thread?.resume()
  }

  func change(_ settings: TrainingSpecification) {
    thread?.change(settings)
  }

  func stop() {
    thread?.stop()
    thread = nil
    isRunning = false
  }

  /// The newest report, if there is one that has not been seen.
  func news(at now: ContinuousClock.Instant) -> News? {
    guard let report = thread?.takeReport() else { return nil }
    milestones.append((now, report.steps))
    while milestones.count > 2, milestones[1].moment.duration(to: now).inSeconds > Self.window {
      milestones.removeFirst()
    }
    let first = milestones[0]
    let seconds = first.moment.duration(to: now).inSeconds
    let speed = seconds > 0 ? Double(report.steps - first.steps) / seconds : 0
    if seconds > 0.1 { thread?.setStepsPerReport(Int(speed / Self.reportsPerSecond)) }
    return News(report: report, stepsPerSecond: speed)
  }
}
