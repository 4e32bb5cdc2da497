import Foundation
import Interface
import Testing
import TextScreen

@testable import stipple

@Suite("Recordings")
struct CastWriterTests {
  private func writer(_ path: String, overwrites: Bool = false) throws -> CastWriter {
    try CastWriter(
      path: path, size: Size(columns: 80, rows: 24), title: "A \"title\"",
      environment: ["TERM": "xterm-256color", "SECRET": "1"], overwrites: overwrites)
  }

  @Test("leave an older one alone unless they may replace it, and then until they are whole")
  func olderOnesAreKept() throws {
    let scratch = try Scratch()
    let path = try scratch.write("old", to: "a.cast")
    let text = { try String(contentsOfFile: path, encoding: .utf8) }
    #expect(throws: InputError.self) { try writer(path) }
    try writer(path, overwrites: true).discard()
    #expect(try text() == "old")
    let recording = try writer(path, overwrites: true)
    recording.record(Array("new".utf8))
    #expect(try text() == "old")
    recording.finish()
    #expect(try text().contains("new"))
    #expect(try scratch.names == ["a.cast"])
  }

  @Test("take the place of the file that a link leads to, and may be read by no more people")
  func linksAndPermissionsStay() throws {
    let scratch = try Scratch()
    let path = try scratch.write("old", to: "a.cast")
    chmod(path, 0o640)
    let link = scratch.file("link.cast")
    symlink("a.cast", link)
    try writer(link, overwrites: true).finish()
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("{"))
    #expect(try scratch.names.sorted() == ["a.cast", "link.cast"])
  }

  @Test("that were called off before they began leave nothing")
  func calledOff() throws {
    let scratch = try Scratch()
    try writer(scratch.file("a.cast")).discard()
    #expect(try scratch.names.isEmpty)
    // Nor do they take away a link that led nowhere.
    symlink("a.cast", scratch.file("link.cast"))
    try writer(scratch.file("link.cast")).discard()
    #expect(try scratch.names == ["link.cast"])
  }

  @Test("go to no pipe, whose reader could hold up the screen")
  func pipesAreRefused() throws {
    let scratch = try Scratch()
    let path = scratch.file("pipe.cast")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: InputError.self) { try writer(path) }
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
    #expect(events.map { $0[1] as? String } == ["o", "o", "r", "o"])
    #expect(events[1][2] as? String == output)
    #expect(events[2][2] as? String == "100x30")
    let times = events.compactMap { $0[0] as? Double }
    #expect(times == times.sorted() && times.allSatisfy { $0 >= 0 })
  }

  @Test("begin on a screen of their own and give the old one back, with its cursor")
  func theScreenIsGivenBack() throws {
    let scratch = try Scratch()
    let path = scratch.file("a.cast")
    let writer = try writer(path)
    writer.record(Array("\u{1B}[31mx".utf8))
    writer.finish()
    var screen = TerminalEmulator(columns: 80, rows: 24)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    let events = try lines.dropFirst().compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [Any]
    }
    let output = events.compactMap { $0[2] as? String }
    screen.receive(output[0].utf8)
    #expect(screen.privateModes.contains(1049) && !screen.privateModes.contains(25))
    for text in output.dropFirst() { screen.receive(text.utf8) }
    #expect(screen.isGivenBack)
    #expect(output.last?.contains("\u{1B}[0m") == true)
  }

  @Test("are version 3 where that is asked for: times from event to event, and markers")
  func versionThree() throws {
    var format = CastFormat(version: .three, idleLimit: 2)
    let line = format.header(
      size: Size(columns: 80, rows: 24), title: "T", environment: ["TERM": "vt", "SHELL": "sh"],
      now: Date(timeIntervalSince1970: 7))
    let header = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(header?["version"] as? Int == 3 && header?["timestamp"] as? Int == 7)
    #expect(header?["idle_time_limit"] as? Double == 2)
    let term = header?["term"] as? [String: Any]
    #expect(term?["cols"] as? Int == 80 && term?["rows"] as? Int == 24)
    #expect(term?["type"] as? String == "vt")
    #expect(header?["env"] as? [String: String] == ["SHELL": "sh"])
    #expect(format.line(at: 1.5, "o", "a") == "[1.500000, \"o\", \"a\"]\n")
    #expect(format.line(at: 1.75, "m", "b") == "[0.250000, \"m\", \"b\"]\n")
    #expect(format.line(at: 1.75, "r", "9x9") == "[0.000000, \"r\", \"9x9\"]\n")
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
    // What was told on the screen is still a reason to end with a failure.
    #expect(writer.failure != nil)
  }
}
