import Diffusion
import Foundation

/// One of the curves that tell what a schedule does, on an axis of its own.
struct ScheduleCurve: Sendable {
  let name: String
  let bottom: Double
  let top: Double
  private let values: [Double]

  /// - Parameter top: the upper end of the axis of betas, where it must keep still.
  init(_ curve: ViewOptions.Curve, of schedule: Schedule, top: Double?, glyphs: Glyphs) {
    switch curve {
    case .beta where schedule.geometry != .variancePreserving:
      // Where variance explodes all betas are zero, because nothing of the data is taken away, and
      // on a straight line the last one alone is near 1: what rises evenly is the noise.
      name = glyphs.sigma
      values = schedule.levels.map(\.sigma)
      bottom = 0
      self.top = RoundNumber.above(values[values.count - 1])
    case .beta:
      name = glyphs.beta
      values = schedule.betas
      bottom = 0
      self.top = top ?? SchedulePanel.axisTop(for: schedule)
    case .posteriorVariance:
      name = "posterior variance"
      values = schedule.levels.indices.map(schedule.posteriorVariance)
      bottom = 0
      self.top = max(top ?? 0, RoundNumber.above(1.1 * (values.max() ?? 1)))
    case .alphaBar:
      name = glyphs.alphaBar
      values = [1] + schedule.levels.map(\.alphaBar)
      bottom = 0
      self.top = 1
    case .logSNR:
      name = "log-SNR"
      values = schedule.levels.map { min(max($0.logSNR, -Self.furthest), Self.furthest) }
      let ends = Self.ends(around: values)
      bottom = ends.bottom
      self.top = ends.top
    }
  }

  /// The place of a value on the axis: 0 at its bottom, 1 at its top.
  func height(of value: Double) -> Double {
    (value - bottom) / (top - bottom)
  }

  /// The curve at a time from 0 (data) to 1 (noise), as a place on the plot.
  func place(atTime time: Double) -> Point {
    Point(time, height(of: value(atTime: time)))
  }

  func value(atTime time: Double) -> Double {
    let position = min(max(time, 0), 1) * Double(values.count - 1)
    let index = min(Int(position), values.count - 2)
    let share = position - Double(index)
    return values[index] + share * (values[index + 1] - values[index])
  }

  /// Log-SNR beyond this says no more than "all data" or "all noise".
  private static let furthest = 20.0

  private static func ends(around values: [Double]) -> (bottom: Double, top: Double) {
    let step = 5.0
    let lowest = ((values.min() ?? 0) / step).rounded(.down) * step
    let highest = ((values.max() ?? 0) / step).rounded(.up) * step
    return (min(lowest, -step), max(highest, step))
  }
}
