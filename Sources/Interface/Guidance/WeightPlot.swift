import Diffusion
import Foundation
import TextScreen

/// The curve of guidance: distance by weight above, label accuracy and spread by weight below, on
/// the same axis of weights.
enum WeightPlot {
  private static let marks: [(name: String, ink: Ink)] = [
    ("labels", SeriesInk.ink(0)), ("spread", SeriesInk.ink(1)),
  ]

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard rect.height >= 5 else { return }
    var rest = rect
    let head = rest.takeTop(1)
    guard let curve = state.studies.weights else {
      surface.write(.key("Y") + .label(" draws the curve by weight"), in: head)
      return
    }
    let glyphs = surface.glyphs
    let heading = StudySize.heading(
      names(curve, glyphs), sizes: curve.size.words,
      progress: state.studies.isPending(.weights) ? curve.progress : nil, key: "Y",
      width: head.width, glyphs: glyphs)
    surface.write(heading.name, in: head)
    surface.write(heading.rest, in: head, align: .right)
    let below = rest.takeBottom(rest.height / 2)
    drawDistances(curve, state, on: &surface, in: rest)
    drawShares(curve, state, on: &surface, in: below)
  }

  private static func names(_ curve: WeightCurve, _ glyphs: Glyphs) -> [StyledText] {
    let model = curve.trainingSteps.map { "step \(Text.count($0))" } ?? "exact"
    let distance = "d\(glyphs.squared)"
    return ["Frechet \(distance), \(model)", "\(distance), \(model)", distance]
      .map(StyledText.label)
  }

  /// A weight as a share of the axis.
  private static func share(_ weight: Double) -> Double {
    weight / (WeightCurve.weights.last ?? 1)
  }

  private static func drawDistances(
    _ curve: WeightCurve, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    let values = curve.results.map(\.frechet).flatMap { (spread: Spread) -> [Double] in
      [0, -1, 1].map { spread.mean + $0 * (spread.deviation ?? 0) }
    }.filter { $0 > 0 && $0.isFinite }
    guard let low = values.min(), let high = values.max() else { return }
    let bottom = RoundNumber.below(0.9 * min(low, curve.floor.map { max($0, 1e-6) } ?? low))
    let top = max(RoundNumber.above(high), 1.5 * bottom)
    let plot = PlotArea(in: rect)
    drawAxes(plot, state, top: top, bottom: bottom, on: &surface)
    let place = { (weight: Double, value: Double) in
      Point(share(weight), log(max(value, 0) / bottom) / log(top / bottom))
    }
    if let floor = curve.floor, floor > bottom, !plot.area.isEmpty {
      let row = plot.cell(of: place(0, floor)).row
      for column in plot.area.columns {
        surface[column, row] = Cell(surface.glyphs.dottedHorizontal, .dim)
      }
    }
    let spreads = curve.results.compactMap { result -> PlotArea.Line? in
      guard let deviation = result.frechet.deviation else { return nil }
      return PlotArea.Line(
        places: [-1, 1].map { place(result.weight, result.frechet.mean + $0 * deviation) },
        ink: .curve)
    }
    let line = PlotArea.Line(
      places: curve.results.map { place($0.weight, $0.figures.frechet) }, ink: .curve, marker: "*",
      value: { Text.short(bottom * pow(top / bottom, $0)) })
    plot.draw(spreads + [line], dots: state.dots(of: surface.glyphs), on: &surface)
  }

  private static func drawShares(
    _ curve: WeightCurve, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    var rest = rect
    drawLegend(on: &surface, in: rest.takeTop(1))
    let plot = PlotArea(in: rest)
    let most = curve.results.flatMap { [$0.figures.accuracy ?? 0, $0.figures.spread] }.max() ?? 1
    // Without guidance the spread is that of everything: the axis ends before, so that accuracy shows.
    let top = min(1.5, max(1, most.isFinite ? (10 * most).rounded(.up) / 10 : 1))
    drawAxes(plot, state, top: 100 * top, bottom: 0, on: &surface)
    let series = [curve.results.map(\.accuracy), curve.results.map(\.spread)]
    let bars = series.enumerated().flatMap { index, spreads in
      zip(curve.results, spreads).compactMap { result, spread -> PlotArea.Line? in
        guard let deviation = spread.deviation else { return nil }
        let ends = [-1, 1].map { max(0, spread.mean + $0 * deviation) / top }
        return PlotArea.Line(
          places: ends.map { Point(share(result.weight), $0) }, ink: marks[index].ink)
      }
    }
    let lines = series.enumerated().map { index, spreads in
      PlotArea.Line(
        places: zip(curve.results, spreads).map { Point(share($0.weight), $1.mean / top) },
        ink: marks[index].ink,
        marker: surface.glyphs.marker(ofLabel: index),
        value: { "\(Text.decimal(100 * top * $0, decimals: 0)) %" })
    }
    plot.draw(bars + lines, dots: state.dots(of: surface.glyphs), on: &surface)
  }

  /// The ends of both axes, and the weight in use.
  private static func drawAxes(
    _ plot: PlotArea, _ state: AppState, top: Double, bottom: Double, on surface: inout Surface
  ) {
    let last = WeightCurve.weights.last ?? 1
    plot.drawEnds(top: top, bottom: bottom, on: &surface)
    plot.drawEnds(left: "0", right: GuidanceWords.weight(last), on: &surface)
    plot.drawBetween(
      .label("weight"), near: plot.foot.x + plot.foot.width / 2, left: "0",
      right: GuidanceWords.weight(last), on: &surface)
    guard let weight = state.experiment.guidance?.weight, (0...last).contains(weight),
      !plot.area.isEmpty
    else { return }
    let column = plot.cell(of: Point(share(weight), 0)).column
    for row in plot.area.rows {
      surface[column, row] = Cell(surface.glyphs.dottedVertical, .dim)
    }
  }

  private static func drawLegend(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    var line = StyledText.label("% ")
    for (index, mark) in marks.enumerated() {
      let glyph = String(Character(surface.glyphs.marker(ofLabel: index)))
      line =
        line + StyledText(glyph, Style(mark.ink, on: .plain, .bold))
        + .label(" \(mark.name)  ")
    }
    surface.write(line, in: rect)
  }
}

extension WeightCurve {
  var size: StudySize {
    StudySize(count: count, first: firstSeed, done: seedsDone, seeds: seeds)
  }
}
