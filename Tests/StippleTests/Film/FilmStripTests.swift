import Diffusion
import Foundation
import Interface
import Testing
import TextScreen

@testable import stipple

@Suite("Film strips of the screen and of sessions", .timeLimit(.minutes(5)))
struct FilmStripTests {
  private static let small = """
    title: Small
    distribution: single-gaussian
    model: exact
    schedule: {kind: linear, timesteps: 20, beta: [0.001, 0.4]}
    sampler: {kind: ddim, steps: 12}
    particles: 50
    """

  /// What is drawn of a picture or of each frame of a strip, without heads and feet.
  private static func frames(_ svg: String) -> [String] {
    let lines = svg.split(separator: "\n").dropFirst(4).dropLast(2)
    return lines.split { $0.hasPrefix("<g ") }.map { frame in
      frame.drop { $0.contains("y=\"-8\"") }.filter { $0 != "</g>" }.joined(separator: "\n")
    }
  }

  private static func captions(_ svg: String) -> [String] {
    svg.matches(of: #/y="-8">([^<]*)</#).map { String($0.1) }
  }

  @Test(
    "each picture of a strip is the still one of its moment",
    arguments: [[], ["--only", "plane", "--vector"]])
  func stills(flags: [String]) throws {
    let scratch = try Scratch()
    let preset = try scratch.write(Self.small, to: "small.yaml")
    let path = scratch.file("strip.svg")
    let screen = ["render", preset, "--after", "0", "--size", "80x24"] + flags
    let made = Invocation(
      list: screen + [
        "--play", "direction reverse", "--film", path, "--seconds", "2", "--pictures", "3",
      ])
    #expect(made.status == 0 && made.output.isEmpty && made.notes.isEmpty)
    let strip = try String(contentsOfFile: path, encoding: .utf8)
    #expect(Self.captions(strip) == ["0.00 s", "1.00 s", "2.00 s"])
    let frames = Self.frames(strip)
    #expect(frames.count == 3 && Set(frames).count == 3)
    for (seconds, frame) in zip(0..., frames) {
      let line = seconds == 0 ? "direction reverse" : "direction reverse; wait \(seconds)"
      let still = Invocation(list: screen + ["--play", line, "--format", "svg"])
      #expect(Self.frames(still.output) == [frame])
    }
  }

  /// A session of three seconds on a screen of 80x24, in which somebody turned the run round.
  private static func session(in scratch: borrowing Scratch) throws -> String {
    let head = SessionHead(
      opening: .experiment(try PresetReader(file: "small.yaml").experiment(from: small)),
      weights: nil,
      glyphs: .braille, motion: .full, audience: .student)
    var text = head.text + SessionHead.events + "\n"
    text += EventLine.text(.resized(Size(columns: 80, rows: 24)), at: 0)
    text += EventLine.text(.opened, at: 0)
    text += EventLine.text(.key(.character("r"), isFollowed: false), at: 0)
    for frame in 1...90 {
      text += EventLine.text(
        .tick(microseconds: 33_333, work: .max), at: Double(frame) / 30)
    }
    return try scratch.write(text, to: "class.session.yaml")
  }

  @Test(
    "a session's strip holds what was on the screen at its moments",
    arguments: [[], ["--only", "plane", "--size", "40x20"]])
  func sessions(flags: [String]) throws {
    let scratch = try Scratch()
    let session = try Self.session(in: scratch)
    let path = scratch.file("strip.svg")
    let made = Invocation(
      list: ["replay", session, "--film", path, "--pictures", "4", "--width-mm", "180"] + flags)
    #expect(made.status == 0 && made.output.isEmpty && made.notes.isEmpty)
    let strip = try String(contentsOfFile: path, encoding: .utf8)
    #expect(strip.contains("width=\"180mm\""))
    #expect(Self.captions(strip) == ["0.00 s", "1.00 s", "2.00 s", "3.00 s"])
    let frames = Self.frames(strip)
    #expect(frames.count == 4 && Set(frames).count == 4)
    for (seconds, frame) in zip(0..., frames) {
      let still = Invocation(
        list: ["replay", session, "--until", "\(seconds)", "--format", "svg"] + flags)
      #expect(Self.frames(still.output) == [frame])
    }
  }

  @Test(
    "what is no strip is refused in one line",
    arguments: [
      (["--film", "a.gif", "--pictures", "4"], "ends in .svg"),
      (["--pictures", "4"], "ends in .svg"),
      (["--film", "a.svg", "--pictures", "1"], "2 to 100"), (["--size", "40x20"], "--only"),
      (["--film", "a.cast", "--vector"], "--format svg"),
    ])
  func refusals(flags: [String], reason: String) throws {
    let scratch = try Scratch()
    let session = try Self.session(in: scratch)
    let names = try scratch.names
    let placed = flags.map { $0.hasPrefix("a.") ? scratch.file($0) : $0 }
    let refused = Invocation(list: ["replay", session] + placed)
    #expect(refused.status == 2 || refused.status == 64)
    #expect(refused.notes.joined().contains(reason))
    #expect(try scratch.names == names)
  }
}
