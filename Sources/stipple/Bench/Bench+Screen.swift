import Diffusion
import Interface
import TextScreen

/// The whole program at work: the loop of the screen with many points on 200x50 cells while
/// another thread trains, drawn by ncurses where nothing else is said.
extension Bench {
  private static let size = Size(columns: 200, rows: 50)
  private static let methodSize = Size(columns: 120, rows: 40)
  /// A frame that comes later than this after the one before is seen as a stutter, in seconds.
  private static let lateness = 0.033

  /// The cloud in eight levels of Braille dots.
  func screenCloud(particles: Int) throws -> BenchRow {
    try screen("screen-cloud", particles, script: "")
  }

  /// The same drawn with true colour, without ncurses.
  func screenTruecolor(particles: Int) throws -> BenchRow {
    try screen("screen-truecolor", particles, script: "", isTruecolor: true)
  }

  /// The exact density as a map of half blocks.
  func screenMap(particles: Int) throws -> BenchRow {
    try screen("screen-map", particles, script: "view ground density")
  }

  /// Samples led to a label, with the answers that are compared as arrows everywhere.
  func screenGuidance(particles: Int) throws -> BenchRow {
    try screen(
      "screen-guidance", particles,
      script: "set labels on; prompt north; set guidance weight 3; view opinions lattice")
  }

  /// A transport from another prior for every label, with its tubes.
  func screenTransport(particles: Int) throws -> BenchRow {
    try screen("screen-transport", particles, script: "set prior opposite; view tubes on")
  }

  /// Keys pressed by chance, twenty a second.
  func screenKeys(particles: Int) throws -> BenchRow {
    let excluded: Set<Key> = [.character("q"), .control("z")]
    let keys = KeyTable.all.flatMap(\.keys).filter { !excluded.contains($0) }
    return try screen("screen-keys", particles, script: "", keys: keys)
  }

  /// When the run begins that is played as fast as it can be: there is a network by then.
  private static let secondsToRun = 0.5

  /// A run that plays as fast as the screen can follow it: how many of its steps are made in a second.
  func screenSteps(particles: Int) throws -> BenchRow {
    try screen(
      "screen-steps", particles,
      script: "set sampler ddim; set steps 1000; speed 8; loop off; wait \(Self.secondsToRun); "
        + "direction reverse; start",
      countsSteps: true)
  }

  /// Nothing moves: nothing should be sent.
  func screenPaused(particles: Int) throws -> BenchRow {
    try screen("screen-paused", particles, script: "pause; model exact; train off")
  }

  /// A method at work as its preset says it, with all that the preset shows, while it trains.
  func screen(of method: Method) throws -> BenchRow {
    try screen(
      "screen-\(method.id)", of: ShippedPresets.experiment(of: method), size: Self.methodSize,
      script: "")
  }

  private func screen(
    _ name: String, _ particles: Int, script: String, keys: [Key] = [], isTruecolor: Bool = false,
    countsSteps: Bool = false
  ) throws -> BenchRow {
    var experiment = Experiment()
    experiment.particles = particles
    return try screen(
      name, of: experiment, size: Self.size, script: script, keys: keys, isTruecolor: isTruecolor,
      countsSteps: countsSteps)
  }

  private func screen(
    _ name: String, of experiment: Experiment, size: Size, script: String, keys: [Key] = [],
    isTruecolor: Bool = false, countsSteps: Bool = false
  ) throws -> BenchRow {
    let terminal = try BenchTerminal(
      size: size, isTruecolor: isTruecolor, seconds: seconds, keys: keys)
    let runtime = Runtime(
      state: try AppState(experiment: experiment, size: size), terminal: terminal,
      theme: .dark, files: .none, framesPerSecond: 60, script: try Script(play: script))
    _ = runtime.run()
    let log = runtime.log
    var row = BenchRow(name, self)
    row.points = experiment.particles
    row.framesPerS = Double(log.frames) / seconds
    row.cpuMsPerFrame = 1000 * log.processorSecondsPerFrame
    row.drawMsPerFrame = 1000 * log.drawingSecondsPerFrame
    row.kbPerFrame = Double(terminal.bytes) / 1000 / Double(max(1, log.frames))
    row.kbPerSLately = Double(terminal.latestBytes) / 1000 / (seconds / 2)
    row.lateFrames = log.frames(laterThan: Self.lateness)
    row.longestFrameMs = 1000 * log.longestInterval
    row.longestAfterKey = log.longestCause?.name
    row.mostCpuMsOfFrame = 1000 * log.mostWork
    row.mostCpuAfterKey = log.mostWorkCause?.name
    row.firstFrameMs = terminal.secondsToFirstFrame.map { 1000 * $0 }
    row.trainingSteps = runtime.trainingSteps
    if countsSteps, let first = terminal.secondsToFirstFrame {
      let passed = seconds - first - Self.secondsToRun
      row.stepsPerS = passed > 0 ? Double(runtime.state.frame.step) / passed : nil
    }
    return row
  }
}

extension FileKeeper {
  /// Keeps nothing: what a measurement must not leave behind.
  static let none = FileKeeper(
    saveWeights: { _, _ in throw Refusal() }, savePreset: { _ in throw Refusal() },
    savePoints: { _, _, _ in throw Refusal() }, saveText: { _, _, _ in throw Refusal() },
    readPoints: { _ in throw Refusal() }, commandLine: { _, _ in throw Refusal() })

  private struct Refusal: Error, CustomStringConvertible {
    var description: String { "a measurement keeps no files" }
  }
}
