import Diffusion
import Foundation

/// The parts of a schedule a hand can take hold of: the ends of its betas or its control points.
public enum ScheduleEditor {
  /// A place on the curve of betas: x is time from 0 to 1, y is beta.
  public static func handles(of specification: ScheduleSpecification) -> [Point] {
    let kind = specification.kind
    if kind.parameters.contains(.points) { return specification.points }
    let unit = unit(of: specification)
    if kind == .constant { return [Point(1, unit * specification.beta.last)] }
    if kind.parameters.contains(.beta) {
      return [Point(0, unit * specification.beta.first), Point(1, unit * specification.beta.last)]
    }
    return []
  }

  /// The schedule with one handle moved as near to a place as its neighbours and ranges let it.
  public static func moving(
    _ index: Int, of specification: ScheduleSpecification, to place: Point
  ) -> ScheduleSpecification {
    guard handles(of: specification).indices.contains(index) else { return specification }
    var changed = specification
    let beta = min(max(place.y, smallestBeta), largestBeta)
    if specification.kind.parameters.contains(.points) {
      let points = specification.points
      let isEnd = index == 0 || index == points.count - 1
      let time =
        isEnd
        ? points[index].x
        : min(max(place.x, points[index - 1].x + gap), points[index + 1].x - gap)
      changed.points[index] = Point(time, beta)
    } else if specification.kind == .constant || index == 1 {
      changed.beta.last = beta / unit(of: specification)
    } else {
      changed.beta.first = beta / unit(of: specification)
    }
    return changed
  }

  /// The schedule with a control point more, half way from the given one to the next, on the curve.
  public static func adding(
    after index: Int, to specification: ScheduleSpecification
  ) -> ScheduleSpecification? {
    guard specification.points.count < ScheduleSpecification.mostPoints else { return nil }
    var changed = specification
    let curve = MonotoneCubic(through: specification.points)
    let left = min(index, specification.points.count - 2)
    let time = (specification.points[left].x + specification.points[left + 1].x) / 2
    guard time - specification.points[left].x > gap else { return nil }
    changed.points.insert(Point(time, curve.value(at: time)), at: left + 1)
    return changed
  }

  /// The schedule with a control point more, at a place; nil where another is too near.
  static func inserting(
    at place: Point, in specification: ScheduleSpecification
  ) -> (schedule: ScheduleSpecification, index: Int)? {
    let points = specification.points
    guard specification.kind == .custom, points.count < ScheduleSpecification.mostPoints,
      let next = points.firstIndex(where: { $0.x > place.x }), next > 0,
      place.x - points[next - 1].x > gap, points[next].x - place.x > gap
    else { return nil }
    var changed = specification
    changed.points.insert(
      Point(place.x, min(max(place.y, smallestBeta), largestBeta)), at: next)
    return (changed, next)
  }

  /// The nearest round place: hundredths of time, two digits of beta.
  static func snapped(_ place: Point) -> Point {
    guard place.y > 0, place.isFinite else { return place }
    let unit = pow(10, floor(log10(place.y)) - 1)
    return Point((place.x * 100).rounded() / 100, (place.y / unit).rounded() * unit)
  }

  /// The schedule without a control point; the ends stay.
  public static func deleting(
    _ index: Int, from specification: ScheduleSpecification
  ) -> ScheduleSpecification? {
    guard index > 0, index < specification.points.count - 1 else { return nil }
    var changed = specification
    changed.points.remove(at: index)
    return changed
  }

  /// The same betas as a custom schedule, through a few control points; nil where the schedule is
  /// not made of betas. A custom schedule stays as it is.
  public static func custom(from specification: ScheduleSpecification) -> ScheduleSpecification? {
    if specification.kind == .custom { return specification }
    guard let schedule = try? Schedule(specification) else { return nil }
    guard schedule.geometry == .variancePreserving else { return nil }
    var changed = specification
    changed.kind = .custom
    let last = schedule.timesteps - 1
    let steps = Set(usualTimes.map { Int(($0 * Double(last)).rounded()) })
    changed.points = steps.sorted().map { step in
      Point(Double(step) / Double(last), min(schedule.betas[step], largestBeta))
    }
    return changed
  }

  /// Whether moving a handle in time does something.
  public static func canMoveInTime(_ index: Int, of specification: ScheduleSpecification) -> Bool {
    specification.kind == .custom && index > 0 && index < specification.points.count - 1
  }

  /// The beta of a step for a beta in a preset's words: one of a thousand steps, where fewer steps
  /// have larger ones.
  private static func unit(of specification: ScheduleSpecification) -> Double {
    specification.kind == .linearRescaled ? 1000 / Double(specification.timesteps) : 1
  }

  private static let smallestBeta = 1e-6
  private static let largestBeta = 0.999
  /// The least distance in time between two control points.
  private static let gap = 0.005
  /// Where a custom schedule begins to be held: closer together towards noise, where the betas of
  /// the cosine rise steeply.
  private static let usualTimes = [0, 0.2, 0.4, 0.6, 0.8, 0.92, 0.98, 1]
}

extension ScheduleSpecification {
  /// Another kind, with what it needs that this one does not have.
  func changed(to kind: ScheduleKind) -> ScheduleSpecification {
    if kind == .custom && points.isEmpty {
      if let custom = ScheduleEditor.custom(from: self) { return custom }
      var linear = self
      linear.kind = .linear
      return ScheduleEditor.custom(from: linear) ?? self
    }
    var changed = self
    changed.kind = kind
    return changed
  }
}
