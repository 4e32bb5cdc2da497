import Foundation
import Testing

@Suite("The pseudo terminal the tests look through")
struct PseudoTerminalTests {
  private func shell(_ script: String) throws -> PseudoTerminal {
    try PseudoTerminal(running: "/bin/sh", ["-c", script], columns: 20, rows: 4)
  }

  @Test func aProgramSeesATerminalOfTheSizeAsked() throws {
    let terminal = try shell("test -t 0 && test -t 1 && stty size < /dev/tty")
    #expect(terminal.wait(for: "4 20"))
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(terminal.isCooked && terminal.screen.isGivenBack)
  }

  @Test func whatIsTypedArrives() throws {
    let terminal = try shell("read line; echo \"<$line>\"; exit 7")
    terminal.type("hello\n")
    #expect(terminal.wait(for: "<hello>"))
    #expect(terminal.waitForEnd() == .exited(7))
  }

  @Test func signalsAndSizesReachTheProgram() throws {
    let terminal = try shell(
      "trap 'stty size; exit 3' WINCH; echo ready; while :; do read x; done")
    #expect(terminal.wait(for: "ready"))
    terminal.resize(columns: 30, rows: 6)
    #expect(terminal.wait(for: "6 30"))
    #expect(terminal.waitForEnd() == .exited(3))

    let other = try shell("echo ready; read x")
    #expect(other.wait(for: "ready"))
    other.signal(SIGTERM)
    #expect(other.waitForEnd() == .killed(signal: SIGTERM))
  }

  @Test func modesLeftOnAreNoticed() throws {
    let terminal = try shell(#"printf '\033[?1049h\033[?25l\033[?1002h'; stty -icanon; exit 0"#)
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(!terminal.screen.isGivenBack && !terminal.isCooked)
    #expect(terminal.screen.privateModes.isSuperset(of: [1049, 1002]))
  }

  @Test func theBuiltProgramIsFound() throws {
    let path = try #require(PseudoTerminal.stipple)
    #expect(FileManager.default.isExecutableFile(atPath: path))
  }

  @Test func aProgramThatIsMissingCannotBeStarted() {
    #expect(throws: PseudoTerminal.Failure.self) {
      _ = try PseudoTerminal(running: "/nowhere/at/all")
    }
  }
}

@Suite("The terminal emulator the tests read with")
struct TerminalEmulatorTests {
  private func screen(_ text: String) -> [String] {
    var emulator = TerminalEmulator(columns: 8, rows: 3)
    emulator.receive(text.utf8)
    return emulator.lines
  }

  @Test(
    "Escape sequences do what a terminal does",
    arguments: [
      ("ab\r\ncd", ["ab", "cd", ""]),
      ("12345678AB", ["12345678", "AB", ""]),
      ("\u{1B}[2;3Hx\u{1B}[1;1Hy", ["y", "  x", ""]),
      ("abcdef\u{1B}[3DX\u{1B}[K", ["abcX", "", ""]),
      ("abcdef\r\u{1B}[2CX\u{1B}[2X", ["abX  f", "", ""]),
      ("abcdef\r\u{1B}[2P", ["cdef", "", ""]),
      ("abcdef\r\u{1B}[2@", ["  abcdef", "", ""]),
      ("a\u{1B}[4b", ["aaaaa", "", ""]),
      ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]),
      ("1\r\n2\r\n3\u{1B}[2;1H\u{1B}[L", ["1", "", "2"]),
      ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[M", ["2", "3", ""]),
      ("1\r\n2\r\n3\u{1B}[2;2H\u{1B}[J", ["1", "2", ""]),
      ("1\u{1B}[2J\u{1B}[2;4H⣿ᾱ", ["", "   ⣿ᾱ", ""]),
      ("\u{1B}]0;title\u{7}a\u{1B}(B\u{1B}[1;31mb\u{1B}[0m", ["ab", "", ""]),
      ("\u{1B}[1;2r1\r\n2\r\n3\u{1B}[3;1Hx", ["2", "3", "x"]),
    ])
  func sequences(_ text: String, _ expected: [String]) {
    #expect(screen(text) == expected)
  }

  @Test func sequencesMayArriveInPieces() {
    var emulator = TerminalEmulator(columns: 8, rows: 1)
    for byte in "\u{1B}[1;4Hᾱ⣿".utf8 { emulator.receive([byte]) }
    #expect(emulator.lines == ["   ᾱ⣿"])
  }
}
