import Foundation
import Testing

@testable import stipple

@Suite("Where nobody listens")
struct DeafStreamTests {
  /// A shell line with the built program as `$0`, and what it said at the end.
  private func status(_ line: String) throws -> String {
    let program = try #require(PseudoTerminal.stipple)
    let scratch = try Scratch()
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "cd \(scratch.path); \(line)", program], columns: 100, rows: 24)
    #expect(terminal.wait(atMost: 60, for: "status"))
    _ = terminal.waitForEnd()
    return terminal.screen.text
  }

  @Test(
    "results that cannot be written end with status 2 and the reason",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "list >/dev/full", "list >&-", "--help >/dev/full", "schedule eight-gaussians >/dev/full",
    ])
  func results(_ words: String) throws {
    let said = try status("\"$0\" \(words); echo status $?")
    #expect(said.contains("stipple: the output cannot be written: "))
    #expect(said.contains("status 2"))
  }

  @Test(
    "files that there is no room for end with status 2 and the reason too",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: ["-o /dev/full", "-o a.safetensors --log /dev/full"])
  func files(_ words: String) throws {
    let said = try status(
      "\"$0\" train eight-gaussians --iterations 2 \(words); echo status $?")
    #expect(said.contains("stipple: /dev/full: cannot be written: "))
    #expect(said.contains("status 2"))
  }

  @Test(
    "notes that cannot be written end with status 2, and results are written all the same",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func notes() throws {
    let points = "printf 'x,y\\n0,1\\n1,0\\n' > a.csv; printf 'x,y\\n9,1\\n8,0\\n' > b.csv; "
    let said = try status(points + "\"$0\" measure a.csv b.csv 2>/dev/full; echo status $?")
    #expect(said.contains("sliced"))
    #expect(said.contains("status 2") || said.contains("status 0"))
  }

  @Test("a refusal that cannot be told is a refusal", arguments: ["2>/dev/full", "2>&-"])
  func refusals(_ streams: String) throws {
    #expect(try status("\"$0\" sample nowhere \(streams); echo status $?").contains("status 2"))
  }

  @Test("a reader that leaves is no failure")
  func readers() throws {
    let said = try status("\"$0\" list --json | head -c 10 >/dev/null; echo status $?")
    #expect(said.contains("status 0"))
  }

  @Test("a closed stream is not taken for the next file that is opened")
  func closedStreams() throws {
    let said = try status(
      "\"$0\" train eight-gaussians --iterations 1 -o w.safetensors >&- 2>&- <&-;"
        + " head -c 400 w.safetensors | tr -d '\\000' | grep -c __metadata__; echo status")
    #expect(said.contains("1\n") || said.contains("1 "))
  }
}
