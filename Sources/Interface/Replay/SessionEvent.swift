import Diffusion
import TextScreen

/// What came to the screen: everything that a session is made of.
///
/// The same events bring the same experiment to the same screen, whatever the clock says meanwhile:
/// how much time has passed, how far training had come and which work was done are events too.
public enum SessionEvent: Sendable, Equatable {
  /// The experiment was opened.
  case opened
  case resized(Size)
  /// The theme that suits the terminal, by name.
  case theme(String)
  /// A key, and whether another one was waiting behind it.
  case key(Key, isFollowed: Bool)
  case mouse(Mouse)
  case paste(String)
  /// A line of a script.
  case line(String)
  /// Time has passed, and so many model calls for one point could be afforded.
  case tick(microseconds: Int, work: Int)
  /// A talk has lasted so many seconds.
  case clock(seconds: Int)
  /// Training was looked at when it had made so many steps.
  case trained(
    step: Int, stepsPerSecond: Double, adjustments: [TrainingReport.Adjustment])
  /// Work beside the screen was done; the seconds are what it took where somebody wants to know.
  case answered(JobName, seconds: Double)
  /// What came of the file that the event before asked for.
  case filed(FileOutcome)
  /// The last of many keys was taken in.
  case refreshed
  case hint(String)
  case failed(String)
  /// The session was kept, or could not be.
  case kept(failure: String?)
}

/// A piece of work beside the screen: the how manyth of its kind it is on its side.
public struct JobName: Sendable, Hashable {
  public let kind: JobKind
  public let side: Side
  public let number: Int

  public init(kind: JobKind, side: Side, number: Int) {
    (self.kind, self.side, self.number) = (kind, side, number)
  }
}

/// An event and when it came.
public struct TimedEvent: Sendable, Equatable {
  /// Seconds since the session began.
  public let seconds: Double
  public let event: SessionEvent

  public init(_ event: SessionEvent, at seconds: Double) {
    (self.event, self.seconds) = (event, seconds)
  }
}

/// Somebody who is told of every event before it is taken in.
public protocol SessionJournal: AnyObject {
  func note(_ event: SessionEvent)
}

extension SessionEvent {
  /// What it asks of the state, as far as that follows from the event alone.
  func actions(in state: AppState) -> [Action] {
    switch self {
    case .resized(let size): [.program(.resized(size))]
    case .theme(let name): Theme(named: name).map { [.program(.usualTheme($0))] } ?? []
    case .key(let key, _):
      (state.view.audience == .presenter ? [.presenting(.pressed(key))] : [])
        + (KeyTable.action(for: key, in: state).map { [$0] } ?? [])
    case .mouse(let mouse): [.mouse(mouse)]
    case .paste(let text): [.line(.paste(text))]
    // Why a line could not be done is an event of its own.
    case .line(let text): (try? Command.actions(for: text, in: state)) ?? []
    case .tick(let microseconds, let work):
      [.time(.tick(seconds: Double(microseconds) / 1e6, work: work))]
    case .clock(let seconds): [.presenting(.clock(seconds: seconds))]
    case .hint(let text): [.program(.hint(text))]
    case .failed(let text): [.program(.failed(text))]
    case .kept(let failure): [.program(.kept(failure: failure))]
    case .opened, .trained, .answered, .filed, .refreshed: []
    }
  }

  /// Whether the frame is worked out only after the next key.
  var isFollowed: Bool { if case .key(_, let isFollowed) = self { isFollowed } else { false } }

  /// A time of so many seconds as events have it.
  static func microseconds(_ seconds: Double) -> Int { Int((seconds * 1e6).rounded()) }
}
