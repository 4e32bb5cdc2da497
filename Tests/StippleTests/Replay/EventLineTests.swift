import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface
@testable import stipple

@Suite("Events as lines of a session's file")
struct EventLineTests {
  private static let settings = TrainingSpecification(batch: 3, rate: 0.1 + 0.2)
  private static let events: [SessionEvent] = [
    .opened, .resized(Size(columns: 120, rows: 40)), .theme("dark"),
    .key(.space, isFollowed: false), .key(.shiftLeft, isFollowed: true),
    .key(.character("\""), isFollowed: false), .key(.control("r"), isFollowed: false),
    .key(.character("é"), isFollowed: true), .key(.function(1), isFollowed: false),
    .mouse(Mouse(.press, button: .right, column: 3, row: 4)),
    .mouse(Mouse(.wheelDown, button: .none, column: 0, row: 0, shift: true, control: true)),
    .paste("two\nlines\u{1B}[2J \u{202E}\\ \""), .line("set weight 1e-3"),
    .tick(microseconds: 16_683, work: 4000), .clock(seconds: 61),
    .trained(step: 80, stepsPerSecond: 1234.567_890_123_4, adjustments: []),
    .trained(
      step: 81, stepsPerSecond: 0,
      adjustments: [TrainingReport.Adjustment(step: 80, settings: settings)]),
    .answered(JobName(kind: .simulating, side: .b, number: 12), seconds: 0.1 / 3),
    .answered(JobName(kind: .measuring, side: .a, number: 0), seconds: 0),
    .filed(.text("a.svg")), .filed(.failure("no space left")),
    .filed(.data(.points([Point(x: 0.1, y: -1e-300)], labels: nil, source: PointSource("b")))),
    .refreshed, .hint("a hint"), .failed("it went wrong"), .kept(failure: nil),
    .kept(failure: "a full disk"),
  ]

  @Test("a line is read as what it was written from, to the last digit", arguments: events)
  func roundTrip(_ event: SessionEvent) throws {
    let line = EventLine.text(event, at: 12.25)
    #expect(line.hasPrefix("- [12.250000,\"") && line.hasSuffix("]\n"))
    #expect(line.dropLast().unicodeScalars.allSatisfy { !$0.isSteering })
    let read = try EventReader.event(line.dropFirst(2).dropLast())
    #expect(read == TimedEvent(event, at: 12.25))
  }

  @Test("times and speeds come back bit for bit", arguments: [1, 2, 3])
  func everyDigit(seed: UInt64) throws {
    var random = RandomStream(seed: seed)
    for _ in 0..<2000 {
      // From microseconds to months, with all the digits that a double has.
      let value = pow(10, 13 * random.uniform() - 6)
      // A line tells its own time to the microsecond.
      let time = (value * 1e6).rounded() / 1e6
      let name = JobName(kind: .simulating, side: .a, number: 3)
      for event in [
        SessionEvent.answered(name, seconds: value),
        .trained(step: 7, stepsPerSecond: value, adjustments: []),
      ] {
        let line = EventLine.text(event, at: time)
        let read = try EventReader.event(line.dropFirst(2).dropLast())
        #expect(read == TimedEvent(event, at: time))
      }
    }
  }

  @Test(
    "what is no event is refused with what would be right",
    arguments: [
      ("12", "a list in brackets"), ("[1]", "too short"), ("[1, \"keys\", \"x\"]", "mean 'key'"),
      ("[1, \"key\", \"hyper-x\"]", "no key 'hyper-x'"), ("[-1, \"opened\"]", "a number from"),
      ("[1, \"opened\", 3]", "more in the list"), ("[1, \"resized\", 0, 9999]", "from 1 to 1000"),
      ("[1, \"mouse\", \"pres\", \"left\", 1, 1]", "mean 'press'"),
      ("[1, \"trained\", 1, 2, \"{}\"]", "does not know the value"),
    ])
  func refusals(_ line: String, _ expected: String) {
    let fault = #expect(throws: EventReader.Fault.self) { try EventReader.event(line[...]) }
    #expect(fault?.message.contains(expected) == true, "\(fault?.message ?? "")")
  }
}
