import Diffusion
import Foundation
import TextScreen

/// Distance by model calls for several samplers, both axes logarithmic, with the floor below which
/// no sampler comes on average.
enum ChartPlot {
  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    var rest = rect
    let head = rest.takeTop(1)
    guard let chart = state.studies.chart else {
      surface.write(
        .key("Q") + .label(" draws quality by steps"), in: head)
      return
    }
    guard rect.height >= 3 else { return }
    let heading = StudySize.heading(
      names(chart), sizes: chart.size.words,
      progress: state.studies.isPending(.chart) ? chart.progress : nil, key: "Q",
      width: head.width, glyphs: surface.glyphs)
    surface.write(heading.name, in: head)
    surface.write(heading.rest, in: head, align: .right)
    let tellsLabels = chart.results.contains { $0.kept != nil }
    drawKept(chart, on: &surface, in: rest.takeBottom(tellsLabels && rest.height >= 5 ? 1 : 0))
    let lines = legend(chart, state, width: rest.width, glyphs: surface.glyphs)
      .prefix(max(0, min(2, rest.height - 3)))
    var foot = rest.takeBottom(lines.count)
    for line in lines { draw(line, from: rest.x, on: &surface, in: foot.takeTop(1)) }
    guard let scale = Scale(chart) else { return }
    draw(chart, scale, dots: state.dots(of: surface.glyphs), on: &surface, in: PlotArea(in: rest))
  }

  /// The ends of both axes.
  struct Scale: Sendable, Equatable {
    let calls: ClosedRange<Double>
    let distances: ClosedRange<Double>

    init?(_ chart: QualityChart) {
      let ends = chart.results.map(\.distances) + [chart.floors]
      let distances = ends.flatMap { (spread: Spread) -> [Double] in
        [0, -1, 1].map { spread.mean + $0 * (spread.deviation ?? 0) }
      }.filter { $0 > 0 && $0.isFinite }
      let calls = chart.results.map { Double($0.calls) }
      guard let low = distances.min(), let high = distances.max(), let most = calls.max(),
        let least = calls.min()
      else { return nil }
      let bottom = RoundNumber.below(0.9 * low)
      self.calls = least...max(most, 2 * least)
      self.distances = bottom...max(RoundNumber.above(high), 1.5 * bottom)
    }

    func place(calls count: Double, distance: Double) -> Point {
      Point(
        log(count / calls.lowerBound) / log(calls.upperBound / calls.lowerBound),
        log(distance / distances.lowerBound)
          / log(distances.upperBound / distances.lowerBound))
    }
  }

  private static func draw(
    _ chart: QualityChart, _ scale: Scale, dots: Glyphs.Dots, on surface: inout Surface,
    in plot: PlotArea
  ) {
    plot.drawEnds(
      top: scale.distances.upperBound, bottom: scale.distances.lowerBound, on: &surface)
    let ends = [scale.calls.lowerBound, scale.calls.upperBound].map { String(Int($0)) }
    plot.drawEnds(left: ends[0], right: ends[1], on: &surface)
    plot.drawBetween(
      .label("model calls"), near: plot.foot.x + plot.foot.width / 2, left: ends[0],
      right: ends[1], on: &surface)
    if let floor = chart.floor { drawFloor(chart, scale, floor, on: &surface, in: plot) }
    let value = { (height: Double) in
      Text.short(
        scale.distances.lowerBound
          * pow(scale.distances.upperBound / scale.distances.lowerBound, height))
    }
    let lines = chart.samplers.indices.map { sampler in
      PlotArea.Line(
        places: chart.results.filter { $0.sampler == sampler }.map {
          scale.place(calls: Double($0.calls), distance: $0.distance)
        }, ink: SeriesInk.ink(sampler), marker: surface.glyphs.marker(ofLabel: sampler),
        value: value)
    }
    plot.draw(spreads(chart, scale) + lines, dots: dots, on: &surface)
    if let floor = chart.floor { writeFloor(chart, scale, floor, on: &surface, in: plot) }
  }

  /// How far single seeds are from the means, as upright lines.
  private static func spreads(_ chart: QualityChart, _ scale: Scale) -> [PlotArea.Line] {
    chart.results.compactMap { result in
      guard let deviation = result.distances.deviation else { return nil }
      let ends = [result.distance - deviation, result.distance + deviation]
      return PlotArea.Line(
        places: ends.map {
          scale.place(calls: Double(result.calls), distance: max($0, 0))
        }, ink: SeriesInk.ink(result.sampler))
    }
  }

  /// The mean of real data, and around it where single clouds of real data are.
  private static func drawFloor(
    _ chart: QualityChart, _ scale: Scale, _ floor: Double,
    on surface: inout Surface, in plot: PlotArea
  ) {
    guard !plot.area.isEmpty else { return }
    let row = { (distance: Double) in
      plot.cell(of: scale.place(calls: scale.calls.lowerBound, distance: max(distance, 0))).row
    }
    let deviation = chart.floors.deviation ?? 0
    for band in row(floor + deviation)...row(floor - deviation) {
      for column in plot.area.columns {
        surface[column, band] = Cell(
          surface.glyphs.dottedHorizontal, band == row(floor) ? .dim : .ghost)
      }
    }
  }

  /// Along the line if no curve runs there, or else in a row beside it; best at the end of few
  /// calls, where samplers are far above the floor.
  private static func writeFloor(
    _ chart: QualityChart, _ scale: Scale, _ floor: Double,
    on surface: inout Surface, in plot: PlotArea
  ) {
    let row = plot.cell(of: scale.place(calls: scale.calls.lowerBound, distance: floor)).row
    let deviation = chart.floors.deviation.map { " \(surface.glyphs.plusMinus)\(Text.short($0))" }
    let text = "floor \(Text.short(floor))\(deviation ?? "") "
    let spots = [row, row + 1, row - 1].flatMap { row in
      [plot.area.x, plot.area.maxX - text.count].map {
        Rect(x: $0, y: row, width: text.count, height: 1)
      }
    }
    let unused: Set<Unicode.Scalar> = [" ", surface.glyphs.dottedHorizontal]
    let spot = spots.first { spot in
      plot.area.intersection(spot) == spot
        && spot.columns.allSatisfy { unused.contains(surface[$0, spot.y].unicodeScalar) }
    }
    if let spot { surface.write(text, in: spot, align: .left, style: .dim) }
  }

  private static func names(_ chart: QualityChart) -> [StyledText] {
    let model = chart.trainingSteps.map { "step \(Text.count($0))" } ?? "exact"
    return ["sliced W2, \(model)", "W2, \(model)", "W2"].map(StyledText.label)
  }

  /// What is said of one of the samplers, behind its mark.
  private struct Entry {
    let sampler: Int
    let text: StyledText
  }

  /// The names of the curves. One without a name says nothing: where titles do not all fit into a
  /// line, shorter names do, or two lines of them.
  private static func legend(
    _ chart: QualityChart, _ state: AppState, width: Int, glyphs: Glyphs
  ) -> [[Entry]] {
    let titles = chart.samplers.map(state.words.name)
    let ids = chart.samplers.map(\.id)
    let columns = { (names: [String]) in names.map { glyphs.columns(of: $0) + 4 } }
    let names = columns(titles).reduce(-2, +) <= width ? titles : ids
    var (lines, room) = ([[Entry]](), 0)
    for (sampler, (name, taken)) in zip(names, columns(names)).enumerated() {
      if lines.isEmpty || room < taken - 2 {
        lines.append([])
        room = width
      }
      lines[lines.count - 1].append(Entry(sampler: sampler, text: .label(name)))
      room -= taken
    }
    return lines
  }

  /// The share of labels that each sampler keeps in the most steps it was run with: the distance
  /// tells nothing of it.
  private static func drawKept(
    _ chart: QualityChart, on surface: inout Surface, in rect: Rect
  ) {
    let shares = chart.samplers.indices.map { sampler in
      let kept = chart.results.last { $0.sampler == sampler }?.kept
      let unit = sampler == chart.samplers.count - 1 ? " %" : ""
      return StyledText(kept.map(Text.percent) ?? "-") + .label(unit)
    }
    let name = "kept "
    surface.write(name, in: rect, align: .left, style: .dim)
    let entries = shares.enumerated().map { Entry(sampler: $0, text: $1) }
    draw(entries, from: rect.x + name.count, on: &surface, in: rect)
  }

  /// Something of each sampler behind its mark, as far as there is room.
  private static func draw(
    _ entries: [Entry], from start: Int, on surface: inout Surface, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    var column = start
    for entry in entries {
      let width = entry.text.columns(in: surface.glyphs)
      guard column + 2 + width <= rect.maxX else { return }
      surface[column, rect.y] = Cell(
        surface.glyphs.marker(ofLabel: entry.sampler),
        Style(SeriesInk.ink(entry.sampler), on: .plain, .bold))
      surface.write(entry.text, in: Rect(x: column + 2, y: rect.y, width: width, height: 1))
      column += 4 + width
    }
  }
}

extension QualityChart {
  var size: StudySize {
    StudySize(count: count, first: firstSeed, done: seedsDone, seeds: seeds)
  }
}
