import Foundation
import Testing

@testable import stipple

@Suite("stipple bench beside another program, and its own memory", .timeLimit(.minutes(2)))
struct BenchPeerTests {
  /// The rows of a measurement beside a peer that answers with a line.
  private static func rows(_ work: String, answering line: String) throws -> [[String: Any]] {
    let scratch = try Scratch()
    let peer = try scratch.write("#!/bin/sh\n\(line)\n", to: "peer.sh")
    let run = Invocation(
      "bench", work, "--seconds", "0.001", "--points", "20", "--json", "--peer", "sh \(peer)")
    #expect(run.status == 0 && run.notes.isEmpty)
    let parsed = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(parsed as? [[String: Any]])
  }

  @Test("a peer is told the work and its settings, and its figure stands beside with the ratio")
  func times() throws {
    let rows = try Self.rows(
      "measure",
      answering: #"test $3 = 20 && echo "{\"peer\": \"$1 $2\", \"seconds\": 60}""# + " || true")
    #expect(rows.map { $0["peer"] as? String } == ["exact-w2 --points", nil])
    let row = rows[0]
    let (own, ratio) = (row["seconds"] as? Double, row["times_as_fast"] as? Double)
    #expect(row["peer_figure"] as? Double == 60)
    #expect(abs(try #require(own) * #require(ratio) - 60) < 1e-9)
  }

  @Test("of speeds the larger one is faster")
  func speeds() throws {
    let rows = try Self.rows(
      "score", answering: #"echo '{"peer": "slow", "points_per_s": 0.5}'"#)
    for row in rows {
      let own = try #require(row["points_per_s"] as? Double)
      let ratio = try #require(row["times_as_fast"] as? Double)
      #expect(abs(ratio - own / 0.5) <= 1e-9 * ratio)
    }
  }

  @Test(
    "what is no peer is said in one line",
    arguments: [
      ("false", 1, "ended with status 1"), ("echo hello", 1, "no line of JSON"),
      (" ", 2, "needs a program"),
    ])
  func refusals(peer: String, status: Int32, reason: String) {
    let run = Invocation("bench", "score", "--seconds", "0.001", "--peer", peer)
    #expect(run.status == status && run.notes.count == 1)
    #expect(run.notes.joined().contains(reason))
  }

  @Test("memory is read as the system tells it, in megabytes")
  func status() throws {
    let text = "Name:\tstipple\nVmHWM:\t   60000 kB\nVmRSS:\t   50000 kB\nRssAnon:\t  20000 kB\n"
    let memory = try ProcessMemory(status: text)
    #expect(memory.resident == 51.2 && memory.mostResident == 61.44 && memory.anonymous == 20.48)
    let error = #expect(throws: WorkError.self) { try ProcessMemory(status: "Name:\tstipple\n") }
    #expect("\(try #require(error))".contains("VmRSS"))
  }

  @Test("the memory of a second program on a terminal is looked at, and it ends")
  func memory() throws {
    let process = Process()
    process.executableURL = URL(filePath: try #require(PseudoTerminal.stipple))
    process.arguments = ["bench", "memory", "--particles", "100", "--seconds", "0.5", "--json"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let rows = try #require(try JSONSerialization.jsonObject(with: text) as? [[String: Any]])
    let row = try #require(rows.first)
    let figures = try ["anonymous_mb", "resident_mb", "most_resident_mb"].map {
      try #require(row[$0] as? Double)
    }
    #expect(rows.count == 1 && row["points"] as? Int == 100)
    #expect(figures[0] > 0 && figures == figures.sorted())
  }
}
