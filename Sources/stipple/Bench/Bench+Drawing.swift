import Diffusion
import Foundation
import Interface
import Synchronization

extension Bench {
  private static let framesPerSecond = 60.0

  /// The screen of the defaults, a second after it opened.
  private func rehearsal() throws -> Rehearsal {
    let state = try AppState(
      experiment: Experiment(), presets: [], size: Size(columns: 120, rows: 40))
    var rehearsal = Rehearsal(state)
    rehearsal.run(seconds: 1)
    return rehearsal
  }

  private static func picture(of state: AppState) -> Surface {
    ScreenPicture.draw(state: state, glyphs: Glyphs(dots: .braille, unicodeText: true))
  }

  /// Pictures of the whole screen.
  func draw() throws -> BenchRow {
    let state = try rehearsal().state
    let watch = Stopwatch(seconds: seconds) { _ = Self.picture(of: state) }
    var row = BenchRow("draw", self)
    row.points = Experiment().particles
    row.framesPerS = watch.perSecond
    return row
  }

  /// One thread trains while another moves and draws the screen at 60 pictures a second, against
  /// the same training alone.
  func trainWhileDrawing() throws -> BenchRow {
    var trainer = try Laboratory(Experiment()).trainer(instructions: instructions)
    let alone = Stopwatch(seconds: seconds) { _ = trainer.step() }.perSecond
    let training = BackgroundTraining(trainer)
    var rehearsal = try rehearsal()
    let clock = ContinuousClock()
    let (start, stepsBefore) = (clock.now, training.steps)
    let frames = Int(seconds * Self.framesPerSecond) + 1
    for frame in 1...frames {
      rehearsal.take(.tick(seconds: 1 / Self.framesPerSecond, work: .max))
      _ = Self.picture(of: rehearsal.state)
      let due = start + .seconds(Double(frame) / Self.framesPerSecond)
      Thread.sleep(forTimeInterval: max(0, clock.now.duration(to: due) / .seconds(1)))
    }
    let spent = start.duration(to: clock.now) / .seconds(1)
    let rate = Double(training.steps - stepsBefore) / spent
    training.stop()
    var row = BenchRow("train-while-drawing", self)
    row.batch = Experiment().training.batch
    row.stepsPerS = rate
    row.framesPerS = Double(frames) / spent
    row.shareOfAlone = rate / alone
    return row
  }
}

/// A trainer that goes on by itself until it is stopped.
private final class BackgroundTraining: Sendable {
  private let count = Atomic<Int>(0)
  private let isStopped = Atomic<Bool>(false)
  private let finished = DispatchSemaphore(value: 0)

  init(_ trainer: Trainer) {
    Thread.detachNewThread { [self] in
      var trainer = trainer
      while !isStopped.load(ordering: .relaxed) {
        _ = trainer.step()
        count.add(1, ordering: .relaxed)
      }
      finished.signal()
    }
  }

  var steps: Int { count.load(ordering: .relaxed) }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    finished.wait()
  }
}
