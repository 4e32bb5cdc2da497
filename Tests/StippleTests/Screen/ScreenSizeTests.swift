import Foundation
import Testing

extension ScreenTests {
  @Test func everySizeGetsItsLayoutAndTheLastOneHolds() throws {
    let run = try ScreenRun()
    #expect(run.wait(for: "╭ samples"))
    run.terminal.resize(columns: 80, rows: 24)
    #expect(run.wait { !$0.text.contains("╭ samples") && $0.text.contains("╭ schedule") })
    run.terminal.resize(columns: 40, rows: 12)
    #expect(run.wait { !$0.text.contains("╭ schedule") && $0.lines[11].contains("help") })
    run.terminal.resize(columns: 30, rows: 8)
    #expect(run.wait(for: "need 40 x 12"))
    #expect(run.wait(for: "have 30 x 8"))
    for rows in 9..<30 { run.terminal.resize(columns: 90, rows: rows) }
    run.terminal.resize(columns: 120, rows: 40)
    #expect(run.wait { $0.text.contains("╭ particle") && $0.lines[39].contains("help") })
  }

  @Test func aSmallScreenStillTakesKeys() throws {
    let run = try ScreenRun(columns: 40, rows: 12)
    run.terminal.type(" ")
    #expect(run.wait(for: "‖"))
    run.terminal.type("q")
    #expect(run.wait(for: "are in no file") || run.terminal.ending == .exited(0))
  }

  @Test func withoutColourOrUnicodeThePictureIsThere() throws {
    let run = try ScreenRun(environment: ["NO_COLOR": "1", "LANG": "C", "LC_ALL": "C"])
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    #expect(run.wait(for: "alpha-bar"))
    let sent = String(decoding: run.terminal.output, as: UTF8.self)
    let foreign = sent.unicodeScalars.filter { !$0.isASCII }
    #expect(foreign.isEmpty)
    let colours = sent.matches(of: /\u{1B}\[[0-9;]*?\b([34][0-7]|[34]8|9[0-7])\b[0-9;]*m/)
    #expect(colours.isEmpty)
  }

  /// A window that was another for a moment, faster than anybody looked, has lost what was on it.
  @Test func aWindowThatIsAsLargeAsBeforeIsDrawnAnew() throws {
    let run = try ScreenRun()
    run.terminal.type(":train off\r:pause\r")
    #expect(run.wait(for: "paused"))
    // Nothing comes any more.
    #expect(
      run.wait { _ in
        let before = run.terminal.received
        return !run.terminal.wait(atMost: 0.5) { _ in run.terminal.received > before }
      })
    let before = run.terminal.received
    run.terminal.signal(SIGWINCH)
    #expect(run.wait { _ in run.terminal.received > before + 2000 })
  }
}
