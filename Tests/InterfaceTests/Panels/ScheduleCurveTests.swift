import Diffusion
import Testing

@testable import Interface

@Suite("Curves of schedules")
struct ScheduleCurveTests {
  /// Of every kind, and bent to its ends.
  private static let schedules: [ScheduleSpecification] =
    [2, 3, 10, 1000].flatMap { count in
      ScheduleKind.allCases.map { ScheduleSpecification(kind: $0, timesteps: count) }
        + [
          [1e-7, 0.999], [0.999, 0.999], [0.999, 1e-7], [1e-9, 1e-9], [0, 0], [1, 1], [0.5, 1],
        ].map {
          ScheduleSpecification(
            kind: .custom, timesteps: count,
            points: [Point(0, $0[0]), Point(0.3, $0[1]), Point(1, $0[1])])
        }
    }

  @Test(
    "what a curve is at any time is a number, perhaps an infinite one, and has a place",
    arguments: ViewOptions.Curve.allCases)
  func numbers(curve: ViewOptions.Curve) throws {
    for specification in Self.schedules {
      guard let schedule = try? Schedule(specification) else { continue }
      for other in Self.schedules {
        guard let front = try? Schedule(other) else { continue }
        let axis = ScheduleCurve(curve, of: front, glyphs: .braille).axis
        let drawn = ScheduleCurve(curve, of: schedule, on: axis, glyphs: .braille)
        for step in 0...100 {
          let time = Double(step) / 100
          let value = drawn.value(atTime: time)
          #expect(!value.isNaN, "\(specification) at \(time)")
          #expect(!drawn.height(of: value).isNaN, "\(specification) on \(other) at \(time)")
        }
      }
    }
  }
}
