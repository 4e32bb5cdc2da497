import CNcurses
import TextScreen

/// Reads what is typed, and keeps the time for what means something by silence.
struct InputReader {
  private var parser: InputParser
  private let clock = ContinuousClock()
  /// When something was read last.
  private var latest: ContinuousClock.Instant
  private var bytes = [UInt8](repeating: 0, count: 4096)

  /// As much as is read at once: whoever pastes a book sees pictures in between.
  private static let mostPieces = 16

  /// - Parameter escapeDelay: how long an escape waits, in seconds.
  init(escapeDelay: Double) {
    parser = InputParser(escapeDelay: escapeDelay, description: .ofTerminal)
    latest = clock.now
  }

  /// In how many seconds `read` should be called though nothing was typed; nil where silence means
  /// nothing.
  var patience: Double? {
    parser.patience.map { max(0, $0 - latest.duration(to: clock.now) / .seconds(1)) }
  }

  /// Everything that has come since it was asked last, and whether nothing will come any more.
  mutating func read() -> (events: [InputEvent], isAtEnd: Bool) {
    var events: [InputEvent] = []
    for _ in 0..<Self.mostPieces {
      let count = terminal_read(&bytes, Int32(bytes.count))
      if count < 0 { return (events, true) }
      if count == 0 { break }
      latest = clock.now
      events += parser.take(bytes[..<Int(count)])
    }
    if patience == 0 { events += parser.timeOut() }
    return (events, false)
  }
}
