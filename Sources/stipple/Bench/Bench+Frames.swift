import Diffusion
import Interface
import TextScreen

/// What a single action, frame or drawing costs the thread that draws, at worst.
extension Bench {
  private static let size = Size(columns: 120, rows: 40)

  /// Lines by chance, one after another, on a screen with a network in training.
  ///
  /// - Parameter seed: of the lines.
  func frames(seed: Int) throws -> BenchRow {
    var watchdog = ScreenWatchdog(try AppState(experiment: Experiment(), size: Self.size))
    var lines = RandomLines(seed: UInt64(seed))
    _ = Stopwatch(seconds: seconds) { watchdog.play(lines.line(in: watchdog.state)) }
    return row("frames", watchdog, seed: seed)
  }

  /// The lines that have been found to take long once, and are held to the bound since.
  func knownFrames() throws -> BenchRow {
    var watchdog = ScreenWatchdog(try AppState(experiment: Experiment(), size: Self.size))
    for line in Self.knownLines { watchdog.play(line, frames: 20) }
    return row("frames-known", watchdog, seed: nil)
  }

  private func row(_ name: String, _ watchdog: ScreenWatchdog, seed: Int?) -> BenchRow {
    watchdog.stop()
    var row = BenchRow(name, self)
    row.seed = seed
    row.lines = watchdog.lines
    row.mostCpuMsOfFrame = 1000 * watchdog.slowest.seconds
    row.mostCpuAfterLine = watchdog.slowest.deed
    row.deedsOver100Ms = watchdog.lateDeeds
    row.mostAnswers = watchdog.busiest.answers
    row.mostAnswersAfterLine = watchdog.busiest.deed
    return row
  }

  private static let knownLines = [
    "set schedule constant", "set path shifted-vp", "view film on", "set repair lift",
    "direction reverse", "model learned", "view lobes on", "set sampler ode", "end", "start",
    "preset eight-gaussians", "set particles 200", "set sampler ode", "direction reverse", "end",
    "compare ode ddim", "compare off", "draw",
    "draw stroke -2 -2 2 2 2 -2 -2 2 0 0 1 1", "draw use", "view film on", "view lobes on",
    "view ground density", "view contours on", "set particles 200000", "start", "end",
    "set prior opposite", "set coupling optimal-transport", "set batch 16384", "reflow", "word W W",
    "view colour label",
  ]
}
