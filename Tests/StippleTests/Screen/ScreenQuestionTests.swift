import Foundation
import Testing

@testable import stipple

/// What the terminal is asked at the start, and what its answers lead to.
extension ScreenTests {
  private static let hint = "does not tell its background"

  @Test func aTerminalThatDoesNotTellItsBackgroundLeadsToAHint() throws {
    let state = try Scratch()
    let run = try ScreenRun(environment: ["XDG_STATE_HOME": state.path])
    #expect(run.wait(for: Self.hint))
    #expect(HintFile.background(in: Self.environment(state))?.firstHint == nil)
  }

  @Test func whereTheEnvironmentTellsItNobodyAsks() throws {
    let state = try Scratch()
    let run = try ScreenRun(
      environment: ["XDG_STATE_HOME": state.path, "COLORFGBG": "15;0"],
      through: #"exec "$@" --play "wait 0.5; pause""#)
    #expect(run.wait(for: "paused"))
    #expect(!run.text.contains(Self.hint))
    #expect(!String(decoding: run.terminal.output, as: UTF8.self).contains("]11;?"))
  }

  @Test("A hint is given once for each kind of terminal, and never where that cannot be remembered")
  func hintsAreGivenOnce() throws {
    let state = try Scratch()
    func hint(_ term: String) -> String? {
      HintFile.background(in: Self.environment(state, term: term))?.firstHint
    }
    #expect(hint("mosh/../x")?.contains("--theme light") == true)
    #expect(hint("mosh/../x") == nil)
    #expect(hint("xterm") != nil)
    let names = try FileManager.default.contentsOfDirectory(atPath: state.file("stipple/hints"))
    #expect(names.sorted() == ["background-mosh----x", "background-xterm"])
    #expect(HintFile(path: "/dev/null/hint", text: "a").firstHint == nil)
    #expect(HintFile.background(in: ["TERM": "xterm"]) == nil)
  }

  private static func environment(
    _ state: borrowing Scratch, term: String = "xterm-256color"
  ) -> [String: String] {
    ["XDG_STATE_HOME": state.path, "TERM": term]
  }

  @Test func whereLinesAreTwoColumnsWideEverythingIsASCII() throws {
    let run = try ScreenRun()
    #expect(run.text.contains("╭"))
    let sent = String(decoding: run.terminal.output, as: UTF8.self)
    let question = try #require(sent.range(of: "\u{1B}[2;1H─\u{1B}[6n"))
    #expect(sent.range(of: "╭").map { $0.lowerBound > question.upperBound } == true)
    run.terminal.type("\u{1B}[2;2R")
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    #expect(run.text.contains("╭"), "one column is as it should be")

    let wide = try ScreenRun()
    wide.terminal.type("\u{1B}[2;3R")
    #expect(wide.wait { !$0.text.contains("╭") && $0.text.contains("+--") })
    let foreign = wide.text.filter { !$0.isASCII }
    #expect(foreign.isEmpty)
  }

  @Test func aTerminalThatDrawsOctantsGetsThem() throws {
    let octants: ClosedRange<Unicode.Scalar> = "\u{1CD00}"..."\u{1CDE5}"
    let isOctant = { (text: String) in text.unicodeScalars.contains { octants.contains($0) } }
    let older = try ScreenRun()
    older.terminal.type("\u{1B}P>|foot(1.13.1)\u{1B}\\ ")
    #expect(older.wait(for: "paused"))
    #expect(!isOctant(older.text))
    let run = try ScreenRun()
    #expect(!isOctant(run.text))
    run.terminal.type("\u{1B}P>|foot(1.20.2)\u{1B}\\")
    #expect(run.wait { isOctant($0.text) })
    #expect(!run.text.unicodeScalars.contains { ("\u{2801}"..."\u{28FF}").contains($0) })
    // Also where the C library does not know them yet.
    let asked = try ScreenRun(through: #"exec "$@" --glyphs octants"#)
    #expect(asked.wait { isOctant($0.text) })
  }

  @Test("Pictures are marked as one update each only where the terminal says that it knows that")
  func updates() throws {
    let mark = "\u{1B}[?2026h"
    let sent = { (run: ScreenRun) in String(decoding: run.terminal.output, as: UTF8.self) }
    for (colours, answer) in [("truecolor", 2), ("", 2), ("truecolor", 0), ("", 4)] {
      let run = try ScreenRun(environment: ["COLORTERM": colours])
      #expect(sent(run).contains("\u{1B}[?2026$p") && !sent(run).contains(mark))
      run.terminal.type("\u{1B}[?2026;\(answer)$y ")
      #expect(run.wait(for: "paused"))
      run.terminal.type("?")
      #expect(run.wait(for: "turn round: noising or denoising"))
      #expect(sent(run).contains(mark) == (answer == 2))
      run.terminal.signal(SIGTERM)
      #expect(run.ending() == .killed(signal: SIGTERM))
      #expect(run.isGivenBack)
    }
    let old = try ScreenRun(environment: ["TERM": "vt220"])
    #expect(!sent(old).contains("?2026"))
  }

  @Test func aRecordingIsAsLargeAsItIsAsked() throws {
    let run = try ScreenRun(
      columns: 120, rows: 40, through: #"exec "$@" --record tape.cast --size 90x25"#)
    run.terminal.type(" ")
    #expect(run.wait(for: "‖"))
    #expect(run.terminal.screen.lines[24].contains("help"))
    let below = run.terminal.screen.lines.dropFirst(25).joined().filter { $0 != " " }
    #expect(below.isEmpty)
    run.terminal.type("q")
    #expect(run.ending() == .exited(0))
    let tape = String(decoding: try run.contents(of: "tape.cast"), as: UTF8.self)
    #expect(tape.hasPrefix(#"{"version": 2, "width": 90, "height": 25"#))
  }

  @Test func aRecordingLargerThanTheTerminalIsRefused() throws {
    let program = try #require(PseudoTerminal.stipple)
    let terminal = try PseudoTerminal(
      running: program, ["--record", "/dev/null", "--size", "81x24"], columns: 80, rows: 24)
    #expect(terminal.wait(atMost: 60, for: "no room in this terminal of 80x24"))
    #expect(terminal.waitForEnd(atMost: 60) == .exited(2))
  }
}
