import Diffusion
import Foundation
import TextScreen

/// One of the curves that tell what a schedule does, on an axis of its own.
struct ScheduleCurve: Sendable {
  let name: String
  let axis: ScheduleAxis
  private let values: [Double]
  /// After how many steps the first of the values is that of the level.
  private let first: Int

  /// - Parameter axis: the axis, where it must keep still or is another curve's.
  init(
    _ curve: ViewOptions.Curve, of schedule: Schedule, on axis: ScheduleAxis? = nil,
    glyphs: Glyphs
  ) {
    let symbol = curve.symbol(of: schedule, glyphs)
    values = curve.values(of: schedule)
    first = schedule.timesteps + 1 - values.count
    let usual = { [values] in
      switch curve {
      case .beta where schedule.geometry == .variancePreserving: SchedulePanel.axis(for: schedule)
      case .beta, .drift, .diffusion: ScheduleAxis(of: values)
      case .posteriorVariance: ScheduleAxis(of: values, room: 1.1)
      case .alphaBar: ScheduleAxis(bottom: 0, top: 1)
      case .logSNR: Self.axis(around: values)
      }
    }
    self.axis = axis ?? usual()
    name = self.axis.isLogarithmic ? "\(symbol), log axis" : symbol
  }

  /// The place of a value on the axis: 0 at its bottom, 1 at its top.
  func height(of value: Double) -> Double { axis.height(of: value) }

  /// The curve at a time from 0 (data) to 1 (noise), as a place on the plot.
  func place(atTime time: Double) -> Point {
    Point(time, height(of: value(atTime: time)))
  }

  /// What is drawn above a time: the values lie evenly from 0 to 1, as control points do.
  func value(atTime time: Double) -> Double {
    value(atPosition: time * Double(values.count - 1))
  }

  /// The value of the level at a time of the run, k of T steps; of the data that of the first step.
  func value(ofLevelAtTime time: Double) -> Double {
    value(atPosition: time * Double(values.count - 1 + first) - Double(first))
  }

  private func value(atPosition place: Double) -> Double {
    let position = min(max(place, 0), Double(values.count - 1))
    let index = min(Int(position), values.count - 2)
    let share = position - Double(index)
    let (start, end) = (values[index], values[index + 1])
    // Infinity times nothing is no number, and neither is what infinities differ by.
    if share == 0 || start == end { return start }
    if share == 1 { return end }
    return start + share * (end - start)
  }

  /// Whether the curve leaves every axis, as at the end of a schedule that ends without data.
  var isInfinite: Bool { values.contains { $0 == .infinity } }

  private static func axis(around values: [Double]) -> ScheduleAxis {
    let step = 5.0
    let lowest = ((values.min() ?? 0) / step).rounded(.down) * step
    let highest = ((values.max() ?? 0) / step).rounded(.up) * step
    return ScheduleAxis(bottom: min(lowest, -step), top: max(highest, step))
  }
}

extension ViewOptions.Curve {
  /// Log-SNR beyond this says no more than "all data" or "all noise".
  private static let furthest = 20.0

  /// What the curve is called in books, as a sign of a few letters.
  func symbol(of schedule: Schedule, _ glyphs: Glyphs) -> String {
    switch self {
    // Where variance explodes all betas are zero, because nothing of the data is taken away, and
    // on a straight line the last one alone is near 1: what rises evenly is the noise.
    case .beta: schedule.geometry == .variancePreserving ? glyphs.beta : glyphs.sigma
    case .alphaBar: glyphs.alphaBar
    case .logSNR: "log-SNR"
    case .posteriorVariance: "posterior variance"
    case .drift: "\(glyphs.minus)f(t)"
    case .diffusion: "g(t)"
    }
  }

  /// The values at even times, from data to noise.
  fileprivate func values(of schedule: Schedule) -> [Double] {
    switch self {
    case .beta:
      schedule.geometry == .variancePreserving
        ? schedule.betas : schedule.levels.map(\.sigma)
    case .posteriorVariance: schedule.levels.indices.map(schedule.posteriorVariance)
    case .alphaBar: [1] + schedule.levels.map(\.alphaBar)
    case .logSNR: schedule.levels.map { min(max($0.logSNR, -Self.furthest), Self.furthest) }
    case .drift: schedule.levels.indices.map { -schedule.drift(atIndex: $0) }
    case .diffusion: schedule.levels.indices.map(schedule.diffusion)
    }
  }

  /// The value of a level itself, where it is one of the level and not of a step.
  func value(of level: NoiseLevel) -> Double? {
    switch self {
    case .alphaBar: level.alphaBar
    case .logSNR: level.logSNR
    case .beta, .posteriorVariance, .drift, .diffusion: nil
    }
  }

  /// What the panel shows, in a few words, for its title.
  func heading(_ state: AppState, _ glyphs: Glyphs) -> String {
    switch self {
    case .drift: "drift f(t) of the SDE"
    case .diffusion: "noise g(t) of the SDE"
    case .posteriorVariance: "schedule"
    case .beta, .alphaBar, .logSNR:
      "schedule: \(symbol(of: state.stage.laboratory.schedule, glyphs))"
    }
  }
}
