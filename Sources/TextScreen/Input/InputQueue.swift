/// Events that have come and are still to be taken in.
///
/// Whoever leans on a key or pipes a file into a terminal sends more than can be done between two
/// pictures; what is left waits here, while pictures go on.
public struct InputQueue: Sendable {
  private var events: ArraySlice<InputEvent> = []

  public init() {}

  /// Whether nothing is waiting.
  public var isEmpty: Bool { events.isEmpty }

  /// Lines up what has come, in its order. What was not typed stands at the beginning of what comes
  /// at once, and does not wait for keys that came before it.
  public mutating func append(_ arrivals: [InputEvent]) {
    let urgent = arrivals.prefix { !$0.isTyped }
    events = urgent + Array(events) + arrivals.dropFirst(urgent.count)
  }

  /// Hands out events in their order until time is up; the last one may take longer. After a new size
  /// no more are handed out: somebody waits to see what it looks like.
  ///
  /// Where time is up and an event asks the program to end, all that came before it is dropped:
  /// nobody waits for thousands of keys then.
  ///
  /// - Parameters:
  ///   - seconds: how long.
  ///   - receive: takes an event in, and is told whether a key comes right behind it; false where no
  ///     more is wanted.
  /// - Returns: how many were handed out.
  public mutating func takeIn(
    within seconds: Double, _ receive: (_ event: InputEvent, _ isFollowed: Bool) -> Bool
  ) -> Int {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(seconds)
    var count = 0
    while let event = events.popFirst() {
      count += 1
      if !receive(event, events.first?.isKey ?? false) || event.isNewSize { break }
      guard clock.now >= end else { continue }
      if let ending = events.firstIndex(where: { $0.asksToEnd }) { events = events[ending...] }
      break
    }
    return count
  }
}

extension InputEvent {
  /// Whether it is something that somebody has pressed or pasted, or that the terminal has answered.
  fileprivate var isTyped: Bool {
    switch self {
    case .resized, .resumed, .interrupted, .terminated, .hangup: false
    case .key, .mouse, .paste, .pasteUnfinished, .focusChanged, .background, .backgroundUntold,
      .reply:
      true
    }
  }

  fileprivate var isNewSize: Bool { if case .resized = self { true } else { false } }

  fileprivate var asksToEnd: Bool {
    switch self {
    case .interrupted, .terminated, .hangup: true
    default: false
    }
  }
}
