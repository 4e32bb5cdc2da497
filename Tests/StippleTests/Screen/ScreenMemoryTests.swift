import Foundation
import Testing

extension ScreenTests {
  /// Of what a large cloud takes a fifth may stay: half as much again stays where each thread keeps
  /// what it has freed.
  @Test(
    "Memory is given back once nothing needs it",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/statm")))
  func memoryIsGivenBack() throws {
    let run = try ScreenRun()
    func own() throws -> Double { try #require(run.terminal.memory).own }
    let before = try own()
    var most = before
    run.terminal.type(":set particles 200000\r")
    #expect(
      run.wait { _ in
        most = max(most, (try? own()) ?? 0)
        return most > before + 40
      })
    run.terminal.type(":set particles 60\r")
    #expect(run.wait { _ in ((try? own()) ?? most) < before + (most - before) / 5 })
  }
}
