import Diffusion
import Foundation
import Interface
import Synchronization
import TextScreen

extension Bench {
  private static let framesPerSecond = 60.0

  /// The screen of the defaults, a second after it opened.
  private func session() throws -> OffscreenSession {
    let state = try AppState(
      experiment: Experiment(), presets: [], size: Size(columns: 120, rows: 40))
    var session = OffscreenSession(state)
    session.run(seconds: 1)
    return session
  }

  private static func picture(of state: AppState) -> Surface {
    ScreenPicture.draw(state: state, glyphs: Glyphs(dots: .braille, unicodeText: true))
  }

  /// Pictures of the whole screen.
  func draw() throws -> BenchRow {
    let state = try session().state
    let watch = Stopwatch(seconds: seconds) { _ = Self.picture(of: state) }
    var row = BenchRow("draw", self)
    row.points = Experiment().particles
    row.framesPerS = watch.perSecond
    return row
  }

  /// One thread trains; now and then another moves and draws the screen at 60 pictures a second.
  func trainWhileDrawing() throws -> BenchRow {
    let training = BackgroundTraining(
      try Laboratory(Experiment()).trainer(instructions: instructions))
    var session = try session()
    var (alone, beside, paces): ([Double], [Double], [Double]) = ([], [], [])
    let frames = Int(min(0.5, seconds) * Self.framesPerSecond) + 1
    let rounds = max(1, Int(seconds / 0.5))
    for _ in 0..<rounds {
      alone.append(training.rate { _ = Self.pass(frames) {} })
      beside.append(
        training.rate {
          let pace = Self.pass(frames) {
            session.take(.time(.tick(seconds: 1 / Self.framesPerSecond, work: .max)))
            _ = Self.picture(of: session.state)
          }
          paces.append(pace)
        })
    }
    training.stop()
    var row = BenchRow("train-while-drawing", self)
    row.batch = Experiment().training.batch
    row.stepsPerS = beside.median
    row.framesPerS = paces.median
    row.shareOfAlone = zip(beside, alone).map { $0 / $1 }.median
    return row
  }

  /// Does something at every frame, on time if it can.
  ///
  /// - Returns: the frames per second.
  private static func pass(_ frames: Int, _ draw: () -> Void) -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    for frame in 1...frames {
      draw()
      let due = start + .seconds(Double(frame) / framesPerSecond)
      Thread.sleep(forTimeInterval: max(0, clock.now.duration(to: due) / .seconds(1)))
    }
    return Double(frames) / (start.duration(to: clock.now) / .seconds(1))
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

  /// The steps per second while something else is done.
  func rate(while work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let (start, before) = (clock.now, count.load(ordering: .relaxed))
    work()
    return Double(count.load(ordering: .relaxed) - before)
      / (start.duration(to: clock.now) / .seconds(1))
  }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    finished.wait()
  }
}
