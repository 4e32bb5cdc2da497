import Diffusion

/// The screen without terminal, threads or clock: seconds pass when they are told to, training
/// and measurements happen in between. The same experiment always gives the same picture.
public struct OffscreenSession: Sendable {
  public private(set) var state: AppState
  private let files: FileKeeper?
  private var beside = OffscreenWork()

  private static let framesPerSecond = 30
  /// A modest pace, so that pictures are quick to make.
  private static let trainingStepsPerFrame = 12

  /// The screen as it opens.
  ///
  /// - Parameter files: where files are read from; nothing is written.
  public init(_ state: AppState, files: FileKeeper? = nil) {
    self.state = state
    self.files = files
    perform(self.state.begin())
  }

  /// Lets seconds pass.
  ///
  /// - Returns: how many passed, which are whole frames.
  @discardableResult
  public mutating func run(seconds: Double) -> Double {
    let frames = Int((seconds * Double(Self.framesPerSecond)).rounded())
    for _ in 0..<frames {
      train()
      take(.time(.tick(seconds: 1 / Double(Self.framesPerSecond), work: .max)))
    }
    return Double(frames) / Double(Self.framesPerSecond)
  }

  /// Does what the lines of a script say, to the first that cannot be done or is refused.
  public mutating func play(_ script: Script) throws(ScriptError) {
    for line in script.lines {
      switch line.step {
      case .wait(let seconds): run(seconds: seconds)
      case .say(let text):
        do {
          for action in try Command.actions(for: text, in: state) { take(action) }
        } catch {
          throw ScriptError("\(error)", at: line.place)
        }
        // A place that was asked for is reached before the next line.
        take(.time(.tick(seconds: 0, work: .max)))
        if let notice = state.notice, notice.tone == .warning {
          throw ScriptError("\(text): \(notice.text)", at: line.place)
        }
      }
    }
  }

  /// Finishes what is under way beside the screen, so that the picture shows what is known in the
  /// end and nothing half done. No time passes and nothing is learned meanwhile.
  ///
  /// - Parameters:
  ///   - part: the part that is shown alone; nil for the whole screen.
  ///   - isPatient: asked again and again whether to go on.
  /// - Returns: what is on the picture and still not known, in words.
  public mutating func settle(
    _ part: PicturePart? = nil, while isPatient: () -> Bool
  ) -> [String] {
    // What was asked for along the way is about earlier networks.
    callOffMeasurements()
    while !state.unsettled(in: part).isEmpty && isPatient() {
      take(.time(.tick(seconds: 0, work: .max)))
      for answer in beside.measure() { take(answer) }
    }
    return state.unsettled(in: part)
  }

  /// Gives up the measurements that wait, so that whoever takes the state over asks anew for those
  /// that are still due.
  public mutating func callOffMeasurements() {
    beside.callOffMeasurements()
    state.callOffMeasurements()
  }

  /// Makes a slice of the measurements that wait, as the work beside a live screen does.
  public mutating func measure() {
    for answer in beside.measure() { take(answer) }
  }

  /// Performs an action and what it asks for.
  public mutating func take(_ action: Action) {
    perform(state.update(action))
  }

  private mutating func train() {
    guard let report = beside.train(steps: Self.trainingStepsPerFrame) else { return }
    let pace = Double(Self.trainingStepsPerFrame * Self.framesPerSecond)
    take(.training(.trained(report, stepsPerSecond: pace)))
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      if beside.perform(effect) {
        for answer in beside.answers() { take(answer) }
      } else if case .load(let path) = effect, let files {
        take(files.loading(path))
      } else if case .readBoard(let path) = effect, let files {
        take(files.boardReading(path))
      }
    }
  }
}
