import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Diffusion

@Suite("The training thread", .timeLimit(.minutes(1)))
struct TrainingThreadTests {
  private func trainer(seed: UInt64 = 1) throws -> Trainer {
    let mixture = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(xx: 1, xy: 0.3, yy: 2), label: "a")
    ])
    return Trainer(
      mixture: mixture, dataName: "one spot", network: NetworkSpecification(hidden: [2]),
      settings: TrainingSpecification(batch: 4), seed: seed)
  }

  /// Waits for reports until one is as wanted; the time limit ends it if none ever is.
  private func report(
    from thread: TrainingThread, where isWanted: (TrainingReport) -> Bool
  ) -> TrainingReport {
    while true {
      if let report = thread.takeReport(), isWanted(report) { return report }
      sched_yield()
    }
  }

  @Test("Reports what the same steps give inline, and a first report before any step")
  func reports() throws {
    let thread = TrainingThread(trainer: try trainer(), stepsPerReport: 16, isPaused: true)
    defer { thread.stop() }
    let first = report(from: thread) { _ in true }
    #expect(first.steps == 0 && first.losses.isEmpty)
    var inline = try trainer()
    #expect(first.weights as? Weights == inline.weights)
    thread.resume()
    let later = report(from: thread) { $0.steps >= 32 }
    #expect(later.steps.isMultiple(of: 16))
    for _ in 0..<later.steps { _ = inline.step() }
    #expect(later.weights as? Weights == inline.weights)
  }

  @Test("No loss is lost between reports")
  func losses() throws {
    let thread = TrainingThread(trainer: try trainer(), stepsPerReport: 3)
    defer { thread.stop() }
    var points: [LossCurve.Point] = []
    _ = report(from: thread) { report in
      points += report.losses
      return report.steps >= 40
    }
    var inline = try trainer()
    let losses = (0..<points.count * 8).map { _ in inline.step() }
    #expect(points.count >= 4)
    for (index, point) in points.enumerated() {
      #expect(point.step == 8 * (index + 1))
      #expect(deviation(point.loss, losses[8 * index..<point.step].reduce(0, +) / 8) < 1e-12)
    }
  }

  @Test("Pausing leaves a last report and then rests")
  func pausing() throws {
    let thread = TrainingThread(trainer: try trainer(), stepsPerReport: 1)
    defer { thread.stop() }
    _ = report(from: thread) { $0.steps >= 1 }
    thread.pause()
    // A change asked for while it rests is answered without a step: when that answer is here, no
    // step has followed the pause.
    thread.change(TrainingSpecification(batch: 5, rate: 0.25))
    let changed = report(from: thread) { $0.rate == 0.25 }
    #expect(changed.trainer.settings.batch == 5)
    thread.change(TrainingSpecification(batch: 6, rate: 0.5))
    #expect(report(from: thread) { $0.rate == 0.5 }.steps == changed.steps)
  }

  @Test("A restart begins a new run, and nothing of the old one is heard again")
  func restarting() throws {
    let thread = TrainingThread(trainer: try trainer(), stepsPerReport: 4)
    defer { thread.stop() }
    _ = report(from: thread) { $0.steps >= 8 }
    thread.restart(with: try trainer(seed: 9))
    let next = report(from: thread) { _ in true }
    #expect(next.weights.seed == 9)
    // The first point is the mean over the new run's steps from its first on.
    let later = report(from: thread) { !$0.losses.isEmpty }
    let point = try #require((next.losses + later.losses).first)
    var alone = try trainer(seed: 9)
    let mean = (0..<point.step).reduce(0) { sum, _ in sum + alone.step() } / Double(point.step)
    #expect(abs(point.loss - mean) < 1e-9 * mean)
  }

  @Test("Stops at once, asleep or at work, and may be stopped twice", arguments: [true, false])
  func stopping(isPaused: Bool) throws {
    let thread = TrainingThread(trainer: try trainer(), isPaused: isPaused)
    thread.stop()
    thread.stop()
  }

  @Test("A report carries the run itself: going on from it is going on")
  func goingOn() throws {
    let thread = TrainingThread(trainer: try trainer(), stepsPerReport: 1)
    defer { thread.stop() }
    let early = report(from: thread) { $0.steps >= 3 }
    let late = report(from: thread) { $0.steps >= early.steps + 20 }
    var resumed = early.trainer
    while resumed.steps < late.steps { _ = resumed.step() }
    #expect(resumed.weights as? Weights == late.weights as? Weights)
  }

  @Test("Threads started with all signals blocked leave them to others")
  func signals() throws {
    let before = isBlocked(SIGTERM)
    let blocked = Mutex<Int?>(nil)
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      let count = [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGWINCH, SIGTSTP, SIGCONT]
        .filter(isBlocked).count
      blocked.withLock { $0 = count }
      done.signal()
    }
    SignalMask.withAllBlocked { thread.start() }
    done.wait()
    #expect(blocked.withLock { $0 } == 7)
    #expect(isBlocked(SIGTERM) == before)
  }
}

/// Whether a signal is kept off the thread that asks.
private func isBlocked(_ signal: Int32) -> Bool {
  var mask = sigset_t()
  pthread_sigmask(SIG_BLOCK, nil, &mask)
  return sigismember(&mask, signal) == 1
}

@Suite("The loss curve")
struct LossCurveTests {
  @Test("Points are means, and there are never too many")
  func thinning() {
    var curve = LossCurve(stepsPerPoint: 2)
    for step in 1...10_000 { curve.add(Double(step), step: step) }
    #expect(curve.points.count < LossCurve.capacity)
    var last = 0
    for point in curve.points {
      // The mean of the numbers after the last point's step.
      #expect(point.loss == Double(last + 1 + point.step) / 2)
      last = point.step
    }
    #expect(10_000 - last < curve.stepsPerPoint)
  }

  @Test("Losses that are no numbers are left out")
  func noNumbers() {
    var curve = LossCurve()
    for (step, loss) in [1, Double.nan, .infinity, 3].enumerated() { curve.add(loss, step: step) }
    #expect(curve.points.map(\.loss) == [1, 3])
  }
}
