import CNcurses
import TextScreen

/// Reads what is typed, and keeps the time for what means something by silence.
struct InputReader {
  private var parser: InputParser
  /// Nil where pastes are marked.
  private var speed: PasteBySpeed?
  private let clock = ContinuousClock()
  /// When something was read last.
  private var latest: ContinuousClock.Instant
  /// When everything that had come was read.
  private var emptied: ContinuousClock.Instant?
  /// For how long at most what is read next has been coming, in seconds.
  private var gathering = Double.infinity
  private var bytes = [UInt8](repeating: 0, count: 4096)

  /// As much as is read at once: whoever pastes a book sees pictures in between.
  private static let mostPieces = 16

  /// - Parameters:
  ///   - escapeDelay: how long an escape waits, in seconds.
  ///   - marksPastes: whether the terminal says where a paste begins and ends.
  init(escapeDelay: Double, marksPastes: Bool) {
    parser = InputParser(escapeDelay: escapeDelay, description: .ofTerminal)
    speed = marksPastes ? nil : PasteBySpeed()
    latest = clock.now
  }

  /// In how many seconds `read` should be called though nothing was typed; nil where silence means
  /// nothing.
  var patience: Double? {
    let silence = latest.duration(to: clock.now) / .seconds(1)
    let patience = [speed?.patience, parser.patience].compactMap { $0 }.min()
    return patience.map { max(0, $0 - silence) }
  }

  /// Whether the rest of something that has begun is on its way.
  var isWithin: Bool { parser.isWithin }

  /// Forgets what has begun: its rest has gone to somebody else.
  mutating func forget() {
    parser = InputParser(escapeDelay: parser.escapeDelay, description: .ofTerminal)
    if speed != nil { speed = PasteBySpeed() }
  }

  /// To be called before there is a wait for input: what is there by then has come while something
  /// else was done, and what comes later is read at once.
  mutating func beginsToWait() {
    guard speed != nil else { return }
    let busy = emptied.map { $0.duration(to: clock.now) / .seconds(1) } ?? .infinity
    gathering = terminal_has_input() != 0 ? busy : 0
  }

  /// Everything that has come since it was asked last, and whether nothing will come any more.
  mutating func read() -> (events: [InputEvent], isAtEnd: Bool) {
    var events: [InputEvent] = []
    for _ in 0..<Self.mostPieces {
      let count = terminal_read(&bytes, Int32(bytes.count))
      if count < 0 { return (events, true) }
      if count == 0 { break }
      latest = clock.now
      events += take(bytes[..<Int(count)], gatheredIn: gathering)
    }
    emptied = clock.now
    // A silence that was long may mean two things, one after the other.
    while patience == 0 { events += timeOut() }
    return (events, false)
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, gatheredIn seconds: Double) -> [InputEvent]
  {
    // What has begun goes on.
    guard !parser.goesOn(with: bytes) else { return parser.take(bytes) }
    guard let keys = speed?.take(Array(bytes), gatheredIn: seconds) else {
      return parser.take(bytes)
    }
    return parser.take(keys)
  }

  private mutating func timeOut() -> [InputEvent] {
    guard speed?.patience != nil, let meaning = speed?.timeOut() else { return parser.timeOut() }
    switch meaning {
    case .keys(let bytes): return parser.take(bytes)
    case .paste(let text): return [.paste(text)]
    }
  }
}
