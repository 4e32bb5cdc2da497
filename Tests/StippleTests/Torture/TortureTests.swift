import Diffusion
import Foundation
import Interface
import Testing
import TextScreen

@testable import stipple

/// The real program on a terminal, from the seed STIPPLE_SEED: so many events as STIPPLE_EVENTS says,
/// with a resize for a hundred of them and a suspension for two thousand, and so many lines as
/// STIPPLE_LINES says, and a lecture of so many seconds as STIPPLE_LECTURE says. Where a number is asked for, what was measured is told.
@Suite("Torture on a terminal", .serialized, .enabled(if: PseudoTerminal.stipple != nil))
struct TortureTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let events = environment["STIPPLE_EVENTS"].flatMap { Int($0) }
  private static let lines = environment["STIPPLE_LINES"].flatMap { Int($0) }
  private static let lecture = environment["STIPPLE_LECTURE"].flatMap { Double($0) }
  private static let seed = environment["STIPPLE_SEED"].flatMap { UInt64($0) } ?? 1

  @Test("It lives through random events")
  func events() throws {
    let count = Self.events ?? 60
    let screen = try TortureScreen()
    var input = TortureInput(seed: Self.seed)
    var answers = TortureAnswers()
    var memory: [Double] = []
    for number in 1...count {
      try screen.send(input.event(columns: screen.size.columns, rows: screen.size.rows))
      if number % 100 == 20 {
        let size = input.size()
        screen.resize(columns: size.columns, rows: size.rows)
      }
      if number % 2000 == 30 { screen.suspend() }
      if number % 50 == 40 { answers.note(try screen.answer()) }
      if number.isMultiple(of: max(1, count / 20)), let now = screen.memory { memory.append(now) }
    }
    #expect(screen.silences.isEmpty && screen.deaths.isEmpty, "\(screen.silences) \(screen.deaths)")
    if Self.events != nil {
      let sizes = memory.map { String(format: "%.0f", $0) }.joined(separator: " ")
      print(
        "events: \(count), seed \(Self.seed): \(screen.deaths.count) deaths, \(screen.quits) quits;"
          + " MB \(sizes); \(answers.words)")
    }
  }

  @Test("It lives through random lines of its language")
  func lines() throws {
    let count = Self.lines ?? 20
    let screen = try TortureScreen()
    let state = try AppState(
      experiment: Experiment(), presets: FileKind.library.screenEntries,
      size: Size(columns: 100, rows: 30))
    var lines = RandomLines(seed: Self.seed)
    var answers = TortureAnswers()
    for number in 1...count {
      let line = lines.line(in: state)
      try screen.say(line: line)
      if number.isMultiple(of: 4) { answers.note(try screen.answer()) }
    }
    #expect(screen.silences.isEmpty && screen.deaths.isEmpty, "\(screen.silences) \(screen.deaths)")
    if Self.lines != nil {
      print(
        "lines: \(count), seed \(Self.seed): \(screen.deaths.count) deaths, \(screen.quits) quits;"
          + " \(answers.words)")
    }
  }

  /// A lecture: the screen is left to itself and learns, and every few seconds something is shown.
  @Test("It stays awake and as large as it is through a lecture")
  func lecture() throws {
    let seconds = Self.lecture ?? 2
    let screen = try TortureScreen()
    let start = Date()
    var (number, memory, longest) = (0, [Double](), 0.0)
    while -start.timeIntervalSinceNow < seconds {
      let line = Self.talk[number % Self.talk.count]
      try screen.say(line: line)
      number += 1
      let pause = Date(timeIntervalSinceNow: 2)
      while Date() < pause {
        let silence = try #require(screen.terminal.waitForAnswer(atMost: 20))
        longest = max(longest, silence)
      }
      if let now = screen.memory { memory.append(now) }
    }
    #expect(screen.deaths.isEmpty && screen.quits == 0)
    guard Self.lecture != nil else { return }
    // Every theme of the talk comes once in the first part, and again and again in the others.
    let warm = memory.prefix(max(Self.talk.count, memory.count / 4)).max() ?? 0
    let most = memory.max() ?? 0
    #expect(most <= 1.05 * warm, "\(warm) MB at first, \(most) MB at most")
    print("lecture: \(number) themes, MB \(warm) at first, \(most) at most; silent \(longest) s")
  }

  /// What is shown, without an end: everything moves all the time.
  private static let talk = [
    "preset eight-gaussians", "view ground density", "view field both", "direction reverse",
    "set schedule cosine", "compare exact learned", "compare off", "view film on", "view film off",
    "chart on", "chart off", "preset two-moons", "view contours on", "set sampler ddim",
    "set steps 20", "train fresh", "view ground error", "loop on", "play", "undo",
  ]
}
