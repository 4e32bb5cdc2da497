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
  /// How many particles a screen is opened with, where not with as many as its preset says: what can
  /// be met with few is met a hundred times sooner.
  private static let fewParticles = [1, 2, 12, 12, 40, 40, 150]

  /// What came of them.
  struct Summary: Encodable {
    var actions = 0
    let seed: UInt64
    var screens = 0
    /// Laws of the state that did not hold, each with the fewest deeds that were found to break it.
    var broken: [String] = []
    /// The most seconds of the processor that an action took, and which it was; the same of drawing
    /// the screen after it. What is done beside the screen is not in them.
    var longest = 0.0
    var longestAction = ""
    var longestDrawing = 0.0
    var longestDrawnAction = ""
    /// How many actions took more than a tenth of a second, and the first of them.
    var lateActions = 0
    var late: [String] = []
  }

  func run(on console: Console) throws -> Summary {
    let presets = console.presets.screenEntries
    let openable = presets.filter { (try? $0.content.get()) != nil }
    var random = RandomStream(seed: seed)
    var summary = Summary(seed: seed)
    while summary.actions < count, let preset = openable.randomElement(using: &random) {
      var experiment = try preset.content.get()
      if Int.random(in: 0..<8, using: &random) > 0 {
        experiment.particles = Self.fewParticles.randomElement(using: &random) ?? 1
      }
      var trial = try ActionTrial(experiment, seed: random.next(), presets: presets)
      summary.screens += 1
      if isTraced { console.note("open \(preset.name)") }
      perform(&trial, on: preset.name, into: &summary, console)
      summary.note(trial, on: preset.name)
      console.progress?("\(summary.actions) of \(count) actions")
    }
    console.progress?("")
    return summary
  }

  private func perform(
    _ trial: inout ActionTrial, on name: String, into summary: inout Summary, _ console: Console
  ) {
    for _ in 0..<Self.each where summary.actions < count {
      summary.actions += 1
      trial.step { if isTraced { console.note($0) } }
      let broken = trial.broken
      if broken.isEmpty { continue }
      let deeds = trial.shrunk { !$0.broken.isEmpty }
      summary.broken.append("\(broken[0]): \(name), \(deeds.joined(separator: "; "))")
      return
    }
    if isTraced { console.note("undo everything") }
    let done = trial
    if !trial.undoesEverything() {
      let deeds = done.shrunk { !$0.undoesEverything() }
      summary.broken.append(
        "undo of everything gives the start: \(name), \(deeds.joined(separator: "; "))")
    }
  }
}

extension ActionTrials.Summary {
  private static let mostLate = 20

  fileprivate mutating func note(_ trial: ActionTrial, on name: String) {
    let (update, drawing) = (trial.longestUpdate, trial.longestDrawing)
    if update.seconds > longest {
      (longest, longestAction) = (update.seconds, "\(update.deed) on \(name)")
    }
    lateActions += trial.lateUpdates.count
    for late in trial.lateUpdates.prefix(Self.mostLate - self.late.count) {
      self.late.append("\(CSVTable.text(of: late.seconds)) s: \(late.deed) on \(name)")
    }
    if drawing.seconds > longestDrawing {
      (longestDrawing, longestDrawnAction) = (drawing.seconds, "\(drawing.deed) on \(name)")
    }
  }
}
