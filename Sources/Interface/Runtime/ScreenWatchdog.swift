import Diffusion

/// A screen on which lines are played, watched for what each of them costs the thread that draws.
///
/// Work beside the screen is done beside it, by the same workers as in the program, and costs nothing
/// here: what is looked for is an action, a frame or a drawing that does such work itself.
public struct ScreenWatchdog {
  /// What was most expensive.
  public struct Finding: Sendable {
    /// What was done: the last line, and whether it was taken in, time passed or was drawn.
    public let deed: String
    /// The seconds of the processor that the drawing thread took.
    public let seconds: Double
    /// How many answers models gave on it; see `WorkWatch.Progress`.
    public let answers: Int
  }

  public private(set) var state: AppState
  /// The most expensive by seconds and by answers.
  public private(set) var slowest = Finding(deed: "", seconds: 0, answers: 0)
  public private(set) var busiest = Finding(deed: "", seconds: 0, answers: 0)
  /// How many deeds took more than the bound.
  public private(set) var lateDeeds = 0
  public private(set) var lines = 0

  /// The bound, in seconds of the processor.
  public static let bound = 0.1
  private static let secondsPerFrame = 1.0 / 30

  private var backstage = Backstage(trainingThreads: 1)
  private var line = "the opening"

  public init(_ state: AppState) {
    self.state = state
    perform(self.state.begin())
  }

  /// Ends the training that goes on beside the screen.
  public func stop() { backstage.stopTraining() }

  /// Says a line as somebody types it, and shows a few frames.
  ///
  /// - Parameter frames: how many.
  public mutating func play(_ line: String, frames: Int = 3) {
    self.line = line
    lines += 1
    let actions = (try? Command.actions(for: line, in: state)) ?? []
    for action in actions where state.obstacle(to: action) == nil { take(action) }
    for _ in 0..<frames {
      for answer in backstage.answers() { take(answer.action) }
      tick()
      watch("drawn") { _ = ScreenPicture.draw(state: $0, glyphs: .braille) }
    }
  }

  private mutating func tick() {
    var backstage = backstage
    var effects: [Effect] = []
    watch("frame") {
      effects = backstage.tick(
        &$0, seconds: Self.secondsPerFrame, frame: Self.secondsPerFrame)
    }
    self.backstage = backstage
    perform(effects)
  }

  private mutating func take(_ action: Action) {
    let name = action.origin == .answer ? "answer" : "taken in"
    var effects: [Effect] = []
    watch(name) { effects = $0.update(action) }
    perform(effects)
  }

  private mutating func watch(_ name: String, _ work: (inout AppState) -> Void) {
    let watch = WorkWatch()
    let start = FrameLog.processorSecondsOfThread
    watch.during { work(&state) }
    let seconds = FrameLog.processorSecondsOfThread - start
    let finding = Finding(
      deed: "\(line): \(name)", seconds: seconds, answers: watch.progress.answers)
    if seconds > Self.bound { lateDeeds += 1 }
    if seconds > slowest.seconds { slowest = finding }
    if finding.answers > busiest.answers { busiest = finding }
  }

  /// Files and the terminal are nobody's business here.
  private mutating func perform(_ effects: [Effect]) {
    for effect in effects { _ = backstage.perform(effect) }
  }
}
