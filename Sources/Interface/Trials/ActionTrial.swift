import Diffusion
import TextScreen

/// Random actions on a state, one after another, with the laws that must hold after each of them.
///
/// What the state asks of threads is answered late, in any order or not at all, as threads do. The
/// same seed gives the same trial.
public struct ActionTrial {
  /// One thing that is done to the state, so that it can be done again.
  enum Deed {
    case action(RandomAction)
    case resize(Size)
    /// One of the answers that are due, by a number that is taken round as many as there are.
    case answer(Int)
    case train
    case draw
  }

  /// What took so long of the processor, on the thread that updates and draws.
  public struct Longest: Sendable {
    public var seconds = 0.0
    public var deed = ""
  }

  public internal(set) var state: AppState
  /// What was done last, in words.
  public private(set) var latest = ""
  public internal(set) var longestUpdate = Longest()
  /// The updates that took more than `ScreenWatchdog.bound`.
  public private(set) var lateUpdates: [Longest] = []
  public private(set) var longestDrawing = Longest()
  /// All that was done, and the laws that the last change of the experiments and the last drawing
  /// broke.
  private(set) var deeds: [Deed] = []
  private(set) var brokenByEditing: [String] = []
  private(set) var brokenByDrawing: [String] = []
  private var random: RandomStream
  private let scale: RandomAction.Scale
  /// Of how many actions one is followed by an answer, and one by a drawing.
  private let paces: (answers: Int, drawings: Int)
  private let opening: (experiment: Experiment, presets: [PresetEntry])
  let start: Editions
  var answers: [() -> Action] = []
  var trainer: (any TrainingProcess)?
  var isTraining = false

  private static let size = Size(columns: 100, rows: 30)

  /// A trial of a screen that is opened on an experiment.
  ///
  /// - Parameters:
  ///   - presets: what can be opened on the way.
  ///   - isSmall: whether only little work is asked for.
  public init(
    _ experiment: Experiment, seed: UInt64, presets: [PresetEntry] = [], isSmall: Bool = false
  ) throws {
    state = try AppState(experiment: experiment, presets: presets, size: Self.size)
    // Figures of many samples take by far the most of the time, and the screen is the same.
    state.studyExtent = StudyExtent(
      samples: isSmall ? 20 : 200, judged: isSmall ? 20 : 30, pairs: 100)
    opening = (experiment, presets)
    random = RandomStream(seed: seed)
    scale = isSmall ? .small : .any
    // Beside small screens answers and drawings take by far the most of the time.
    paces = isSmall ? (answers: 12, drawings: 12) : (answers: 4, drawings: 5)
    start = state.history.present
    perform(state.begin())
  }

  /// Does the next thing that chance says.
  ///
  /// - Parameter announcing: told of it beforehand, for whoever looks for what it broke.
  public mutating func step(announcing: (String) -> Void = { _ in }) {
    if isHeads(in: paces.answers), !answers.isEmpty {
      take(.answer(Int.random(in: 0..<answers.count, using: &random)), announcing)
    }
    if isTraining, isHeads(in: 8) { take(.train, announcing) }
    if isHeads(in: 40) { take(.resize(randomSize()), announcing) }
    take(.action(RandomAction(in: state, scale: scale, using: &random)), announcing)
    if isHeads(in: paces.drawings) { take(.draw, announcing) }
  }

  /// The same screen with these deeds done from its opening on, and nothing else.
  func replayed(_ deeds: [Deed]) throws -> ActionTrial {
    var trial = try ActionTrial(
      opening.experiment, seed: 0, presets: opening.presets, isSmall: scale == .small)
    for deed in deeds { trial.take(deed) }
    return trial
  }

  mutating func take(_ deed: Deed, _ announcing: (String) -> Void = { _ in }) {
    deeds.append(deed)
    if case .draw = deed {} else { latest = deed.words }
    announcing(deed.words)
    switch deed {
    case .action(let random): for action in random.actions { take(action) }
    case .resize(let size): take(.program(.resized(size)))
    case .answer(let number): answer(number)
    case .train: train()
    case .draw: drawWatched()
    }
  }

  mutating func take(_ action: Action) {
    let before = state.history.present
    let start = FrameLog.processorSecondsOfThread
    let effects = state.update(action)
    let seconds = FrameLog.processorSecondsOfThread - start
    longestUpdate.note(seconds, latest)
    if seconds > ScreenWatchdog.bound {
      lateUpdates.append(Longest(seconds: seconds, deed: latest))
    }
    if state.history.present != before { brokenByEditing = Self.broken(state.history.present) }
    perform(effects)
  }

  private mutating func drawWatched() {
    let start = FrameLog.processorSecondsOfThread
    let picture = ScreenPicture.draw(state: state, glyphs: .braille)
    longestDrawing.note(FrameLog.processorSecondsOfThread - start, latest)
    brokenByDrawing = Self.broken(picture, of: state)
  }

  /// Sizes of windows, also those that nobody has.
  private mutating func randomSize() -> Size {
    let most =
      isHeads(in: 8) ? Size(columns: 500, rows: 200) : Size(columns: 160, rows: 50)
    if isHeads(in: 8) { return isHeads(in: 2) ? Size(columns: 1, rows: 1) : most }
    return Size(
      columns: Int.random(in: 1...most.columns, using: &random),
      rows: Int.random(in: 1...most.rows, using: &random))
  }

  private mutating func isHeads(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &random) == 0
  }
}

extension ActionTrial.Longest {
  /// Keeps what took longer.
  public mutating func note(_ seconds: Double, _ deed: @autoclosure () -> String) {
    if seconds > self.seconds { (self.seconds, self.deed) = (seconds, deed()) }
  }
}

extension ActionTrial.Deed {
  /// What it is, in words.
  var words: String {
    switch self {
    case .action(let random): random.words
    case .resize(let size): "size \(size.columns)x\(size.rows)"
    case .answer(let number): "answer \(number)"
    case .train: "training steps"
    case .draw: "draw"
    }
  }
}
