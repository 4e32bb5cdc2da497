import Diffusion
import TextScreen

/// A session that is played again, event by event.
///
/// It knows no clock and no terminal: after so many events the screen is the one that there was, to
/// the last cell. It is a value, so that a copy is a branch.
public struct Replay: Sendable {
  public private(set) var state: AppState
  /// What is played.
  public let events: [TimedEvent]
  /// How many events were played.
  public private(set) var position = 0
  /// What goes on beside the screen.
  private(set) var work: ReplayedWork
  /// Whether the events begin with the experiment, so that everything can be repeated exactly.
  private let isWhole: Bool
  private var outcomes: [FileOutcome] = []
  /// How many steps of training were repeated.
  private var stepsTrained = 0

  /// How many steps of training a session may begin with, and how many more it may make in a second:
  /// no network is trained that fast, and a file that asks for more is a trap, not a session.
  private static let stepsAtOnce = 100_000
  private static let stepsPerSecond = 2_000_000.0

  /// - Parameters:
  ///   - state: the screen before the first event.
  ///   - isWhole: whether no event of the beginning is missing; else a session goes on about where
  ///     they begin.
  ///   - trainingThreads: how many share a training step; they change nothing but the pace.
  public init(
    _ state: AppState, events: [TimedEvent], isWhole: Bool = true, trainingThreads: Int = 1
  ) {
    self.state = state
    self.events = events
    self.isWhole = isWhole
    work = ReplayedWork(threads: trainingThreads)
    if !isWhole { perform(self.state.begin()) }
  }

  public var isDone: Bool { position == events.count }

  /// The time of the event that was played last, in seconds.
  public var seconds: Double { position == 0 ? 0 : events[position - 1].seconds }

  /// The events that were played.
  public var played: [TimedEvent] { Array(events[..<position]) }

  /// The time of the last event, in seconds.
  public var duration: Double { events.last?.seconds ?? 0 }

  /// Plays everything up to a time.
  ///
  /// - Parameter isPatient: asked again and again whether to go on.
  public mutating func advance(
    to seconds: Double, while isPatient: () -> Bool = { true }
  ) throws(ReplayError) {
    while !isDone, events[position].seconds <= seconds, isPatient() { try step() }
  }

  /// Plays the next event, if there is one.
  public mutating func step() throws(ReplayError) {
    guard !isDone else { return }
    let event = events[position].event
    position += 1
    outcomes = []
    var index = position
    while index < events.count, case .filed(let outcome) = events[index].event {
      outcomes.append(outcome)
      index += 1
    }
    try play(event)
  }

  /// Does what was under way when the session ended: what came of it was not seen any more.
  ///
  /// - Parameter steps: how many steps training makes.
  public mutating func finishWork(trainingSteps steps: Int) {
    if work.isTraining, let done = work.training?.trainer.steps {
      _ = work.trained(atStep: done + steps, after: [])
    }
    for (name, _) in work.pending { _ = work.answer(to: name, isExact: true) }
  }

  private mutating func play(_ event: SessionEvent) throws(ReplayError) {
    switch event {
    case .opened: perform(state.begin())
    case .trained(let step, let speed, let adjustments):
      try account(forTrainingTo: step)
      guard let report = work.trained(atStep: step, after: adjustments) else {
        return try miss("a network in training")
      }
      take(.training(.trained(report, stepsPerSecond: speed)))
    case .answered(let name, let seconds):
      guard let answer = work.answer(to: name, isExact: isWhole) else {
        return try miss("work that was asked for (\(name.kind.rawValue) \(name.number))")
      }
      if case .time(.simulated(let simulation, _)) = answer {
        take(.time(.simulated(simulation, seconds: seconds)))
      } else {
        take(answer)
      }
    case .refreshed: state.refresh()
    case .filed: break
    case .resized, .theme, .key, .mouse, .paste, .line, .tick, .clock, .hint, .failed, .kept:
      for action in event.actions(in: state) {
        perform(state.update(action, isFollowed: event.isFollowed))
      }
    }
  }

  /// Refuses to train for longer than the session can have lasted.
  private mutating func account(forTrainingTo step: Int) throws(ReplayError) {
    guard let done = work.training?.trainer.steps, step > done else { return }
    let (sum, isTooLarge) = stepsTrained.addingReportingOverflow(step - done)
    let most = Double(Self.stepsAtOnce) + Self.stepsPerSecond * seconds
    guard !isTooLarge, Double(sum) <= most else {
      throw ReplayError(event: position, fault: .pace(steps: step - done, seconds: seconds))
    }
    stepsTrained = sum
  }

  /// The events speak of something that is not there: they are of another experiment, another
  /// version, or were edited.
  private func miss(_ what: String) throws(ReplayError) {
    if isWhole { throw ReplayError(event: position, fault: .missing(what)) }
  }

  private mutating func take(_ action: Action) { perform(state.update(action)) }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects where !work.perform(effect) {
      guard let outcome = outcomes.first,
        let answer = FileKeeper(repeating: outcome).answer(to: effect, picture: { _ in "" })
      else { continue }
      outcomes.removeFirst()
      take(answer)
    }
  }
}

/// Why a session cannot be played any further.
public struct ReplayError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The number of the event, from 1.
  public let event: Int
  let fault: Fault

  enum Fault: Sendable, Equatable {
    /// Something that the event is about is not there.
    case missing(String)
    /// More training than there was time for.
    case pace(steps: Int, seconds: Double)
  }

  public var description: String {
    let what =
      switch fault {
      case .missing(let what): "needs \(what), which is not there"
      case .pace(let steps, let seconds):
        "trains \(steps) steps by second \(Text.short(seconds)), more than any machine can"
      }
    return "event \(event) \(what): the session is of another version of the program, or was edited"
  }
}
