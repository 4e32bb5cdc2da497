/// A script that is being performed on a live screen: what is due, and how long to wait for it.
struct ScriptReader: Sendable {
  private var lines: ArraySlice<Script.Line>
  /// Seconds that still have to pass before the next line.
  private(set) var pause = 0.0

  init(_ script: Script?) {
    lines = (script?.lines ?? [])[...]
  }

  var isDone: Bool { lines.isEmpty }

  /// Lets seconds pass.
  mutating func pass(seconds: Double) {
    pause = max(0, pause - seconds)
  }

  /// The next line to be said now; nil while it is not its time yet, and at the end.
  mutating func next() -> (place: String, text: String)? {
    while pause <= 0, let line = lines.popFirst() {
      switch line.step {
      case .say(let text): return (line.place, text)
      case .wait(let seconds): pause = seconds
      }
    }
    return nil
  }

  /// Leaves the rest out.
  mutating func stop() {
    lines = []
  }
}
