import Foundation
import Interface
import Testing

@testable import stipple

@Suite("Recordings")
struct CastWriterTests {
  private func writer(_ path: String) throws -> CastWriter {
    try CastWriter(
      path: path, size: Size(columns: 80, rows: 24), title: "A \"title\"",
      environment: ["TERM": "xterm-256color", "SECRET": "1"])
  }

  @Test("are asciinema's version 2: a header, then times, kinds and texts that read back")
  func theFormatIsRight() throws {
    let scratch = try Scratch()
    let path = scratch.file("a.cast")
    let output = "\u{1B}[31m⣿ \"quoted\" \\ \u{07}\r\n"
    let writer = try writer(path)
    writer.record(Array(output.utf8))
    writer.record(size: Size(columns: 100, rows: 30))
    writer.finish()
    writer.record(Array("too late".utf8))
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let values = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    let header = try #require(values.first as? [String: Any])
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    #expect(header["title"] as? String == "A \"title\"")
    #expect(header["env"] as? [String: String] == ["TERM": "xterm-256color"])
    let events = values.dropFirst().compactMap { $0 as? [Any] }
    #expect(events.map { $0[1] as? String } == ["o", "o", "r"])
    #expect(events[1][2] as? String == output)
    #expect(events[2][2] as? String == "100x30")
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted() && times.allSatisfy { $0 >= 0 })
  }

  @Test("that cannot begin are refused before the screen opens")
  func impossibleFilesAreRefused() throws {
    let scratch = try Scratch()
    for path in ["", scratch.path, scratch.file("none/a.cast")] {
      #expect(throws: InputError.self) { try writer(path) }
    }
  }

  @Test(
    "on a full disk end with the reason, once",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisksAreTold() throws {
    let writer = try writer("/dev/full")
    #expect(writer.takeFailure() == nil)
    writer.record([UInt8](repeating: 0x61, count: 100_000))
    #expect(writer.takeFailure()?.hasPrefix("/dev/full: the recording ends here: ") == true)
    writer.record([UInt8](repeating: 0x61, count: 100_000))
    #expect(writer.takeFailure() == nil)
    writer.finish()
  }
}
