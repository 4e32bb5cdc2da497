import Foundation

/// The real program below a shell that lets it go on whenever it is stopped, opened again when keys
/// have ended it.
final class TortureScreen {
  private(set) var terminal: PseudoTerminal
  private(set) var size = (columns: 100, rows: 30)
  /// How often it was opened again, after keys that end it, and what it died of otherwise.
  private(set) var quits = 0
  private(set) var deaths: [String] = []
  /// What was sent before nothing came for 20 seconds.
  private(set) var silences: [String] = []
  private var pings = 0
  /// What was sent lately, to read after a death.
  private var latest: [String] = []
  private var sentSinceAnswer = 0
  private var timeBefore: PseudoTerminal.ThreadTime?
  private let folder: Scratch

  private static let patience = 60.0
  private static let shell = """
    cd "$0" && set -m; "$@"; s=$?
    while [ $s -gt 144 ] && [ $s -lt 151 ]; do fg >/dev/null; s=$?; done; exit $s
    """

  init() throws {
    folder = try Scratch()
    terminal = try Self.start(in: folder.path)
  }

  private static func start(in folder: String) throws -> PseudoTerminal {
    guard let program = PseudoTerminal.stipple else { throw CocoaError(.fileNoSuchFile) }
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", shell, folder, program],
      environment: ["XDG_STATE_HOME": folder, "HOME": folder, "COLORTERM": "truecolor"],
      columns: 100, rows: 30)
    _ = terminal.wait(atMost: patience, for: "help")
    terminal.lookAway()
    return terminal
  }

  func send(_ bytes: [UInt8]) throws {
    latest = latest.suffix(20) + [String(decoding: bytes, as: UTF8.self).debugDescription]
    sentSinceAnswer += 1
    terminal.send(bytes)
    try openAgainIfEnded()
  }

  func resize(columns: Int, rows: Int) {
    size = (columns, rows)
    latest.append("\(columns)x\(rows)")
    terminal.resize(columns: columns, rows: rows)
  }

  /// Stops it as another program does; the shell lets it go on at once.
  func suspend() { kill(-terminal.foreground, SIGTSTP) }

  /// Waits until a window of another size is drawn; nil where nothing comes in time.
  ///
  /// Every size is another than the last few, which the program may not have seen yet.
  func answer() throws -> TortureAnswer? {
    pings += 1
    terminal.resize(columns: size.columns + pings % 7, rows: size.rows)
    let seconds = terminal.waitForAnswer(atMost: 20)
    let (before, now) = (timeBefore, terminal.drawingTime)
    timeBefore = now
    if seconds == nil, terminal.ending == nil {
      silences.append(latest.suffix(8).joined(separator: " "))
    }
    let sent = latest.suffix(sentSinceAnswer).joined(separator: " ")
    sentSinceAnswer = 0
    try openAgainIfEnded()
    let time = now.flatMap { now in before.map { now - $0 } }
    return seconds.map { TortureAnswer(seconds: $0, time: time, sent: sent) }
  }

  private func openAgainIfEnded() throws {
    guard let ending = terminal.ending else { return }
    if ending == .exited(0) { quits += 1 } else { deaths.append("\(ending) after \(latest)") }
    (latest, sentSinceAnswer, timeBefore) = ([], 0, nil)
    size = (100, 30)
    terminal = try Self.start(in: folder.path)
  }

  /// Says a line of the command language, whatever is open: a paste has its end, and escape is the key
  /// at once, without the wait that tells it from the beginning of another.
  func say(line: String) throws {
    let escapes = String(repeating: "\u{1B}[27u", count: 3)
    try send(Array("\u{1B}[201~\(escapes):\(line)\r".utf8))
  }

  /// The memory of the program in megabytes, where the system tells it.
  var memory: Double? { terminal.memory }
}
