import Diffusion
import Interface

/// Random actions on the screens of all presets: `stipple verify --actions N`.
struct ActionTrials {
  let count: Int
  let seed: UInt64
  /// Whether every action is said before it is done, to find the one that ends the program.
  let isTraced: Bool

  /// The actions on one screen, before another is opened.
  private static let each = 150

  /// What came of them.
  struct Summary: Encodable {
    var actions = 0
    let seed: UInt64
    var screens = 0
    /// Laws of the state that did not hold, each with the action after which.
    var broken: [String] = []
    /// The longest that an action and the drawing after it took, in seconds, and which it was.
    var longest = 0.0
    var longestAction = ""
  }

  func run(on console: Console) throws -> Summary {
    let presets = console.presets.screenEntries
    let openable = presets.filter { (try? $0.content.get()) != nil }
    var random = RandomStream(seed: seed)
    var summary = Summary(seed: seed)
    while summary.actions < count, let preset = openable.randomElement(using: &random) {
      var trial = try ActionTrial(
        preset.content.get(), seed: random.next(), presets: presets)
      summary.screens += 1
      try perform(&trial, on: preset.name, into: &summary, console)
      if isTraced { console.note("undo everything") }
      if !trial.undoesEverything() {
        summary.broken.append("\(preset.name): undo of everything gives the start")
      }
      console.progress?("\(summary.actions) of \(count) actions")
    }
    console.progress?("")
    return summary
  }

  private func perform(
    _ trial: inout ActionTrial, on name: String, into summary: inout Summary, _ console: Console
  ) throws {
    if isTraced { console.note("open \(name)") }
    let clock = ContinuousClock()
    for number in 0..<Self.each where summary.actions < count {
      summary.actions += 1
      let time = clock.measure {
        trial.step { if isTraced { console.note($0) } }
        if number.isMultiple(of: 5) { trial.draw() }
      }
      let seconds = time / .seconds(1)
      if seconds > summary.longest {
        (summary.longest, summary.longestAction) = (seconds, "\(trial.latest) on \(name)")
      }
      summary.broken += trial.broken.map { "\(name), \(trial.latest): \($0)" }
    }
  }
}
