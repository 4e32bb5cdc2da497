import Diffusion
import TextScreen

/// A session that is played again on a terminal: it can be paused, skipped through and taken over.
public final class ReplayScreen {
  /// Why it ends.
  public enum Ending: Sendable, Equatable {
    case left
    /// Somebody goes on from here.
    case takenOver
    case signal(Int32)
    case hangup
    case failed(ReplayError)
  }

  /// The session as far as it was played.
  public private(set) var replay: Replay
  private let start: Replay
  private let terminal: any Terminal
  private let theme: Theme
  private let secondsPerFrame: Double
  /// Where it pauses by itself, in seconds.
  private let pause: Double
  private let clock = ContinuousClock()
  /// How far it has come, in seconds of the session.
  private var time = 0.0
  private var isPaused = false

  /// How far a key skips, in seconds.
  private static let skip = 5.0
  /// The most seconds that keys wait while training makes its steps again.
  private static let patience = 0.1

  /// - Parameters:
  ///   - theme: the colours where the view chooses none.
  ///   - pause: where it stops and waits, in seconds; nil for the end.
  public init(
    _ replay: Replay, on terminal: any Terminal, theme: Theme, framesPerSecond: Double,
    pausingAt pause: Double? = nil
  ) {
    (self.replay, start) = (replay, replay)
    self.terminal = terminal
    self.theme = theme
    self.pause = pause ?? .infinity
    secondsPerFrame = 1 / framesPerSecond
  }

  /// Plays until somebody leaves or takes over; the terminal is not closed.
  public func run() -> Ending {
    var before = clock.now
    show()
    while true {
      let events = terminal.events(waitingAtMost: isPaused ? .infinity : secondsPerFrame)
      let now = clock.now
      if !isPaused { time = min(time + before.duration(to: now).inSeconds, pause) }
      before = now
      for event in events {
        if let ending = receive(event) { return ending }
      }
      let deadline = now + .seconds(Self.patience)
      do throws(ReplayError) {
        try replay.advance(to: time) { clock.now < deadline }
      } catch {
        return .failed(error)
      }
      if replay.isDone || time >= pause && isAtTime { isPaused = true }
      // What takes longer than it took is not made up for.
      if !isAtTime { (time, before) = (min(time, replay.seconds), clock.now) }
      show()
    }
  }

  /// Whether everything up to the time was played.
  private var isAtTime: Bool {
    replay.isDone || replay.events[replay.position].seconds > time
  }

  private func receive(_ event: InputEvent) -> Ending? {
    switch event {
    case .key(let key): return press(key)
    case .interrupted: return .signal(2)
    case .terminated(let signal): return .signal(signal)
    case .hangup: return .hangup
    case .resumed: terminal.repaint()
    case .mouse, .paste, .pasteUnended, .resized, .focusChanged, .background, .backgroundUntold,
      .reply:
      break
    }
    return nil
  }

  private func press(_ key: Key) -> Ending? {
    switch key {
    case .space: isPaused.toggle()
    case .right: time += Self.skip
    case .character("."):
      if !replay.isDone { time = replay.events[replay.position].seconds }
      isPaused = true
    case .home: (replay, time, isPaused) = (start, 0, false)
    case .enter: return .takenOver
    case .character("q"): return .left
    case .control("l"): terminal.repaint()
    default: break
    }
    return nil
  }

  private func show() {
    let theme = replay.state.view.theme(over: theme)
    let glyphs = replay.state.view.dots.map(terminal.glyphs.drawing) ?? terminal.glyphs
    var surface = ScreenPicture.draw(state: replay.state, glyphs: theme.shown(glyphs))
      .fitted(to: terminal.size)
    let row = Rect(x: 0, y: surface.size.rows - 1, width: surface.size.columns, height: 1)
    surface.fill(row)
    surface.write(" " + words, in: row, align: .left, style: Style(.accent))
    terminal.present(surface, theme: theme)
  }

  /// What is seen and which keys work.
  private var words: String {
    let total = Text.decimal(replay.duration, decimals: 1)
    let place = "replay \(Text.decimal(replay.seconds, decimals: 1)) of \(total) s "
    let keys =
      replay.isDone
      ? ["the end", "enter go on from here", "home again", "q leave"]
      : [
        isPaused ? "space go on" : "space pause", "enter take over", ". one event", "right 5 s",
        "home again", "q leave",
      ]
    return ([place] + keys).joined(separator: "  ")
  }
}
