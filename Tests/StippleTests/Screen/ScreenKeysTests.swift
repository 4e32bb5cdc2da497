import Foundation
import Testing

extension ScreenTests {
  @Test func thePictureMovesByItself() throws {
    let run = try ScreenRun()
    let first = try #require(run.header("step"))
    #expect(run.wait { ScreenRun.number(after: "step ", in: $0.lines[0]) != first })
    #expect(run.wait { $0.text.contains("▸ playing") })
  }

  @Test func keysPauseStepAndTurnRound() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    try #require(run.wait(for: "paused"))
    run.terminal.type("\u{1B}[H")
    #expect(run.wait { _ in run.header("step") == 0 })
    run.terminal.type(".")
    #expect(run.wait { _ in run.header("step") == 1 })
    run.terminal.type("\u{1B}[1;2C")
    #expect(run.wait { _ in run.header("step") == 11 })
    run.terminal.type("\u{1B}[D")
    #expect(run.wait { _ in run.header("step") == 10 })
    #expect(run.header("t") == 0.2)
    run.terminal.type("r")
    #expect(run.wait(for: "reverse: denoising"))
    // Turning round keeps the time: 8 of the sampler's 10 steps are behind.
    #expect(run.wait { _ in run.header("step") == 8 })
    #expect(run.header("t") == 0.2)
  }

  @Test func aLightBackgroundThatTheTerminalTellsBringsTheLightTheme() throws {
    let run = try ScreenRun()
    let hasAsked = run.wait { _ in
      run.terminal.output.text.contains("\u{1B}]11;?\u{07}")
    }
    #expect(hasAsked)
    run.terminal.type(" ")
    try #require(run.wait(for: "paused"))
    // The name in the accent of the theme; its colours alone may also be those of classes.
    #expect(run.terminal.output.text.contains("38;5;75mstipple"))
    #expect(!run.terminal.output.text.contains("38;5;25mstipple"))
    let header = run.terminal.screen.lines[0]
    // None of its letters may be taken for a key.
    run.terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
    #expect(run.wait { _ in run.terminal.output.text.contains("38;5;25mstipple") })
    #expect(run.terminal.screen.lines[0] == header)
  }

  @Test func helpOpensOverEverythingAndEscapeClosesIt() throws {
    let run = try ScreenRun()
    run.terminal.type("?")
    #expect(run.wait(for: "turn round: noising or denoising"))
    run.terminal.type("\u{1B}")
    #expect(run.waitUntilGone("turn round: noising or denoising"))
    run.terminal.type("\u{1B}OP")
    #expect(run.wait(for: "turn round: noising or denoising"))
    run.terminal.type("q")
    #expect(run.waitUntilGone("turn round: noising or denoising"))
    #expect(run.terminal.ending == nil)
  }

  @Test func aListChoosesAnotherScheduleAndUndoTakesItBack() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    #expect(run.wait(for: "linear · T"))
    run.terminal.type("s")
    #expect(run.wait(for: "╭ schedule"))
    #expect(run.wait(for: "choose"))
    run.terminal.type("cosin\r")
    // The names of the other schedules stand at their curves.
    #expect(run.wait(for: "cosine · T"))
    #expect(run.waitUntilGone("choose"))
    run.terminal.type("u")
    #expect(run.wait { !$0.text.contains("cosine · T") && $0.text.contains("linear · T") })
    run.terminal.type("U")
    #expect(run.wait(for: "cosine · T"))
  }

  @Test func bendingTheScheduleChangesTheNumbers() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type("\u{1B}[F")
    #expect(run.wait { _ in run.header("step") == 50 })
    let before = try #require(run.header("ᾱ"))
    run.terminal.type("b")
    #expect(run.wait(for: "β 0.200"))
    run.terminal.type("\u{1B}[A\u{1B}[A")
    #expect(run.wait(for: "β 0.240"))
    #expect(run.wait { _ in (run.header("ᾱ") ?? 1) < before })
    // Presses of a key in a row are one change, undone at once.
    run.terminal.type("u")
    #expect(run.wait(for: "β 0.200"))
    #expect(run.wait { _ in run.header("ᾱ") == before })
  }

  @Test func commandsAreTypedAndWhatIsSavedIsListed() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type(":tim\t0.5\r")
    #expect(run.wait { _ in run.header("t") == 0.5 })
    run.terminal.type(":set schedule cosin\r")
    #expect(run.wait(for: "did you mean 'cosine'?"))
    run.terminal.type("\u{7F}ne\r")
    #expect(run.wait(for: "cosine"))
    run.terminal.type("S")
    #expect(run.wait(for: "the experiment is in small-2.yaml"))
    run.terminal.type("p")
    #expect(run.wait(for: "saved here just now"))
    #expect(try run.newFiles == ["small-2.yaml"])
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
