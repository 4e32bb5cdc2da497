import Foundation

/// A program running on a terminal of its own, with someone at the keyboard who can read.
///
/// The program gets a session, a controlling terminal and signals as a shell would give them;
/// the test thread's own blocked signals are not passed on. Every wait has a limit.
final class PseudoTerminal {
  enum Ending: Equatable {
    case exited(Int32)
    case killed(signal: Int32)
  }

  enum Failure: Error {
    case noTerminal(errno: Int32)
    case notStarted(path: String, errno: Int32)
  }

  /// What the program has put on the glass so far.
  private(set) var screen: TerminalEmulator
  /// Every byte it sent.
  private(set) var output: [UInt8] = []
  /// Whether what it sends is kept and put on the glass; else it is only counted.
  private(set) var isWatched = true
  /// How many bytes it has sent.
  private(set) var received = 0
  private(set) var ending: Ending?

  private let master: Int32
  private let slave: Int32
  private(set) var process: pid_t = 0

  init(
    running path: String, _ arguments: [String] = [], environment: [String: String] = [:],
    columns: Int = 80, rows: Int = 24
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 256)
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &window) == 0 else {
      throw Failure.noTerminal(errno: errno)
    }
    // Programs of other tests must not hold this terminal open.
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A program that reads nothing must not keep us from reading what it writes.
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    self.master = master
    self.slave = slave
    screen = TerminalEmulator(columns: columns, rows: rows)
    let inherited = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    process = try Self.spawn(
      [path] + arguments, environment: inherited.merging(environment) { $1 }, terminal: name)
  }

  deinit {
    // Process 0 would be everybody in our own group.
    if ending == nil, process > 0 {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
    close(slave)
  }

  // MARK: - The keyboard, the mouse and the window

  func type(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = Date(timeIntervalSinceNow: 20)
    while !rest.isEmpty, Date() < deadline, ending == nil {
      let written = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if written > 0 {
        rest = rest.dropFirst(written)
      } else {
        guard errno == EAGAIN else { return }
        readOutput(within: 20)
        noteEnding()
      }
    }
  }

  /// Presses the left button at one cell, drags to others, and lets it go at the last.
  func drag(_ path: [(column: Int, row: Int)]) {
    guard let first = path.first, let last = path.last else { return }
    report(button: 0, first, final: "M")
    for place in path.dropFirst() { report(button: 32, place, final: "M") }
    report(button: 0, last, final: "m")
  }

  func click(column: Int, row: Int) { drag([(column, row)]) }

  private func report(button: Int, _ place: (column: Int, row: Int), final: String) {
    type("\u{1B}[<\(button);\(place.column + 1);\(place.row + 1)\(final)")
  }

  func resize(columns: Int, rows: Int) {
    var window = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    screen.resize(columns: columns, rows: rows)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  func signal(_ number: Int32) {
    guard ending == nil, process > 0 else { return }
    kill(process, number)
  }

  // MARK: - Waiting

  /// Reads what the program writes until the screen is as expected.
  ///
  /// - Returns: whether that happened before the time was over or the program ended.
  func wait(atMost seconds: Double = 10, until isExpected: (TerminalEmulator) -> Bool) -> Bool {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while !isExpected(screen) {
      guard Date() < deadline, ending == nil else { return false }
      readOutput(within: 50)
      noteEnding()
      if ending != nil { readRest() }
    }
    return true
  }

  func wait(atMost seconds: Double = 10, for text: String) -> Bool {
    wait(atMost: seconds) { $0.text.contains(text) }
  }

  /// Reads on until the program ends; nothing if it does not.
  func waitForEnd(atMost seconds: Double = 10) -> Ending? {
    _ = wait(atMost: seconds) { _ in false }
    return ending
  }

  /// Waits for the program's end without reading anything it writes until then; nothing if it does
  /// not end.
  func waitForEndUnread(atMost seconds: Double = 10) -> Ending? {
    let deadline = Date(timeIntervalSinceNow: seconds)
    while ending == nil, Date() < deadline {
      usleep(10_000)
      noteEnding()
    }
    guard ending != nil else { return nil }
    readRest()
    return ending
  }

  /// Counts what is sent from now on, and no more.
  func lookAway() { isWatched = false }

  /// Looks again, at an empty glass: what is on it has to be drawn anew.
  func look() {
    isWatched = true
    screen = TerminalEmulator(columns: screen.columns, rows: screen.rows)
  }

  /// Waits until the program sends anything.
  ///
  /// - Returns: the seconds until then; nil where it sends nothing or has ended.
  func waitForAnswer(atMost seconds: Double) -> Double? {
    let (start, before) = (Date(), received)
    while received == before {
      guard -start.timeIntervalSinceNow < seconds, ending == nil else { return nil }
      readOutput(within: 5)
      noteEnding()
    }
    return -start.timeIntervalSinceNow
  }

  /// The programs that have the terminal now: the process that a shell waits for.
  var foreground: pid_t { tcgetpgrp(master) }

  /// Lines are edited and echoed by the system, as a shell expects to find its terminal.
  var isCooked: Bool {
    var modes = termios()
    guard tcgetattr(slave, &modes) == 0 else { return false }
    let expected = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & expected == expected
  }

  /// Reads what a program that has ended has left behind: on a busy machine the system hands it on in
  /// pieces.
  private func readRest() {
    var before: Int
    repeat {
      before = received
      readOutput(within: 200)
    } while received != before
  }

  private func readOutput(within milliseconds: Int32) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    var patience = milliseconds
    while poll(&source, 1, patience) > 0, source.revents & Int16(POLLIN) != 0 {
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { return }
      received += count
      if isWatched {
        output += buffer[..<count]
        screen.receive(buffer[..<count])
      }
      patience = 0
    }
  }

  private func noteEnding() {
    var status: Int32 = 0
    guard ending == nil, waitpid(process, &status, WNOHANG) == process else { return }
    ending = status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .killed(signal: status & 0x7F)
  }
}

// MARK: - The program under test

extension PseudoTerminal {
  /// The `stipple` that was built along with these tests; nothing if it is not where the build
  /// puts it.
  static var stipple: String? {
    let bundles = [Bundle.main] + Bundle.allBundles
    let folders = bundles.flatMap { bundle in
      [bundle.executableURL, bundle.bundleURL].compactMap { $0?.deletingLastPathComponent() }
    }
    return folders.map { $0.appendingPathComponent("stipple").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
