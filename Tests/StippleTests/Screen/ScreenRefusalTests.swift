import Foundation
import Testing

@Suite("Where there is no screen to open", .enabled(if: PseudoTerminal.stipple != nil))
struct ScreenRefusalTests {
  @Test func aTerminalThatCannotPlaceTheCursorIsToldSoAndLeftAlone() throws {
    let terminal = try PseudoTerminal(
      running: try #require(PseudoTerminal.stipple), environment: ["TERM": "dumb"])
    #expect(terminal.waitForEnd(atMost: 60) == .exited(2))
    let said = String(decoding: terminal.output, as: UTF8.self)
    #expect(said.hasPrefix("stipple: the terminal 'dumb' (from TERM) cannot place the cursor; "))
    #expect(said.hasSuffix("\r\n") && said.filter(\.isNewline).count == 1)
    #expect(!said.contains("\u{1B}"))
    #expect(terminal.isCooked)
  }

  @Test func withoutATerminalOneLineSaysWhatWouldBeRight() throws {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: try #require(PseudoTerminal.stipple))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    let written = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(written.isEmpty)
    let text = String(decoding: said, as: UTF8.self)
    #expect(
      text
        == "stipple: standard input is not a terminal, and the screen needs one for its keys\n")
  }
}
