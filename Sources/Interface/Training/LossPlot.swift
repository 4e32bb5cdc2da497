import Diffusion
import Foundation
import TextScreen

/// The loss over the training steps, on a logarithmic axis.
struct LossPlot: Sendable {
  private let plot: PlotArea
  private let dots: Glyphs.Dots
  /// For every column of dots the mean loss of its steps, where there are any.
  private let means: [Double?]
  private let bottom: Double
  private let top: Double
  private let lastStep: Int
  /// What the loss cannot be below in the mean; nil where that is not known.
  private let floor: Double?

  /// - Parameters:
  ///   - steps: how many steps were made; the last few may not be on the curve yet.
  ///   - floor: what the loss cannot be below in the mean, drawn as a line; nil for none.
  init(
    _ losses: LossCurve, steps: Int, floor: Double? = nil, plot: PlotArea, dots: Glyphs.Dots
  ) {
    self.floor = floor
    self.plot = plot
    self.dots = dots
    let last = losses.points.last.map { max($0.step, steps) } ?? 0
    lastStep = last
    means = Self.means(
      of: losses, until: last, width: plot.area.width * dots.perCell.columns)
    // A loss that is infinite is beyond every axis.
    let values = means.compactMap { $0 }.filter(\.isFinite)
    // A floor of nothing is nowhere on a logarithmic axis.
    let line = [floor].compactMap { $0 }.filter { $0 > 0 && !values.isEmpty }
    bottom = RoundNumber.below((values + line).min() ?? 0.1)
    top = max(RoundNumber.above((values + line).max() ?? 1), 1.25 * bottom)
  }

  func draw(on surface: inout Surface) {
    guard lastStep > 0 else {
      PanelFrame.drawEmpty([.label("waiting for the first steps")], on: &surface, in: plot.area)
      return
    }
    plot.drawEnds(top: top, bottom: bottom, on: &surface)
    plot.drawEnds(left: "0", right: right, on: &surface)
    let line = floor.flatMap { $0 > 0 ? height(of: $0) : nil }.map { height in
      PlotArea.Line(
        places: [Place(0, height), Place(1, height)], ink: .accent, isDotted: true)
    }
    plot.draw(
      [line, PlotArea.Line(places: places, ink: .curve)].compactMap(\.self), dots: dots,
      on: &surface)
    if plot.area.height >= 3 {
      surface.write(legend(surface.glyphs), in: plot.area, align: .right)
    }
  }

  /// What the axis and the line are, as far as there is room.
  private func legend(_ glyphs: Glyphs) -> StyledText {
    let axis = StyledText.label("loss, log axis")
    guard let floor else { return axis }
    let sign = StyledText(glyphs.unicodeText ? "┄ " : ". ", .accent)
    let known = sign + .label("floor ") + Text.short(floor)
    let whole = axis + "  " + known
    return whole.columns(in: glyphs) <= plot.area.width ? whole : known
  }

  private func height(of loss: Double) -> Double { log(loss / bottom) / log(top / bottom) }

  /// Writes something between the ends of the axis of steps.
  func drawBetween(_ text: StyledText, on surface: inout Surface) {
    guard lastStep > 0 else { return }
    let middle = plot.foot.x + plot.foot.width / 2
    plot.drawBetween(text, near: middle, left: "0", right: right, on: &surface)
  }

  private var right: String { Text.count(lastStep) }

  private var places: [Point] {
    means.enumerated().compactMap { column, loss in
      loss.map { Point((Double(column) + 0.5) / Double(means.count), height(of: $0)) }
    }
  }

  private static func means(of losses: LossCurve, until last: Int, width: Int) -> [Double?] {
    guard width > 0 else { return [] }
    var sums = [(loss: Double, count: Int)](repeating: (0, 0), count: width)
    for point in losses.points where point.loss > 0 {
      let column = min(width - 1, max(0, point.step) * width / (last + 1))
      sums[column].loss += point.loss
      sums[column].count += 1
    }
    return sums.map { $0.count > 0 ? $0.loss / Double($0.count) : nil }
  }
}
