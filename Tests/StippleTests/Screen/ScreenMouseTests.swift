import Foundation
import Testing

extension ScreenTests {
  @Test func draggingAControlPointBendsTheScheduleUnderTheHand() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type("\u{1B}[F")
    #expect(run.wait { _ in run.header("step") == 50 })
    let before = try #require(run.header("ᾱ"))
    let end = try #require(run.places(of: "●", rows: 2..<20).last)
    run.terminal.drag([end, (end.column, end.row + 1), (end.column, end.row + 3)])
    #expect(run.wait { _ in (run.header("ᾱ") ?? 0) > 1.2 * before })
    run.terminal.type("u")
    #expect(run.wait { _ in run.header("ᾱ") == before })
  }

  @Test func draggingTheTimelineMovesThroughTime() throws {
    let run = try ScreenRun()
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    let row = 38
    let start = "  data ".count
    let end = try #require(Array(run.terminal.screen.lines[row]).firstIndex(of: "┤"))
    run.terminal.click(column: end, row: row)
    #expect(run.wait { _ in run.header("t") == 1 })
    run.terminal.drag([(end, row), (end - 20, row), ((start + end) / 2, row)])
    #expect(run.wait { _ in abs((run.header("t") ?? 0) - 0.5) < 0.02 })
    // A hand that overshoots holds the end.
    run.terminal.drag([((start + end) / 2, row), (0, row)])
    #expect(run.wait { _ in run.header("t") == 0 })
  }

  @Test func aClickOnTheFooterPressesItsKey() throws {
    let run = try ScreenRun()
    let row = 39
    #expect(run.wait { $0.lines[row].hasSuffix("? help") })
    run.terminal.click(column: run.terminal.screen.lines[row].count - 1, row: row)
    #expect(run.wait(for: "turn round: noising or denoising"))
  }
}
