import Foundation
import Testing

@testable import stipple

@Suite("A screen that is gone on with", .serialized, .enabled(if: PseudoTerminal.stipple != nil))
struct ResumedScreenTests {
  /// Whether a session that is kept says so.
  private func isKept(_ words: String, in state: String) -> Bool {
    let folder = SessionFolder(path: "\(state)/stipple/sessions")
    return folder.entries.contains { entry in
      let page = "\(folder.path)/\(entry.name)/session.json"
      return (try? String(contentsOfFile: page, encoding: .utf8))?.contains(words) ?? false
    }
  }

  @Test("Killed on the spot, it opens as it was")
  func killed() throws {
    let state = try Scratch()
    let run = try ScreenRun(environment: ["XDG_STATE_HOME": state.path])
    run.terminal.type(" ")
    #expect(run.wait(for: "paused"))
    run.terminal.type(":set title Kept for good\r:set steps 7\r")
    #expect(run.wait(for: "Kept for good"))
    let folder = state.path
    #expect(run.wait { _ in isKept("Kept for good", in: folder) })
    run.terminal.signal(SIGKILL)
    #expect(run.ending() == .killed(signal: SIGKILL))
    let terminal = try PseudoTerminal(
      running: try #require(PseudoTerminal.stipple), ["--resume"],
      environment: ["XDG_STATE_HOME": state.path], columns: 120, rows: 40)
    #expect(terminal.wait(atMost: 60, for: "Kept for good"))
    #expect(terminal.wait(atMost: 60, for: "paused"))
    terminal.type("q")
    #expect(terminal.waitForEnd(atMost: 60) == .exited(0))
    // A proper end keeps it too, and the lock is gone.
    let entries = SessionFolder(path: "\(state.path)/stipple/sessions").entries
    #expect(entries.count == 1 && entries.first?.isOpen == false)
  }
}
