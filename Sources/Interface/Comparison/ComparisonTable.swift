import Diffusion
import Foundation
import TextScreen

/// The figures of both sides and how far they are apart, most telling first.
struct ComparisonTable: Sendable {
  struct Row: Sendable, Equatable {
    let name: String
    /// Of side A, of side B, and B less A.
    let cells: [String]
  }

  let rows: [Row]
  /// How many samples the figures are of, or why there are none yet.
  let heading: String

  init(_ state: AppState) {
    let states = [state, state.turnedRound]
    let (a, b) = state.side == .a ? (states[0], states[1]) : (states[1], states[0])
    let reports = (a.quality.measurement, b.quality.measurement)
    let kept = Self.row("labels kept", reports, decimals: 1, unit: " %") { measurement in
      measurement.path.map { 100 * $0.retention }
    }
    let tellsLabels = [a, b].contains { $0.stage.laboratory.startsTellLabels }
    let scoreError = Self.row("worst error", reports, decimals: 3) { measurement in
      measurement.path == nil ? measurement.scoreErrors.map(\.absolute).max() : nil
    }
    rows =
      [Self.row("sliced W2", reports, decimals: 3) { $0.report.slicedW2 }]
      + (tellsLabels ? [kept] : []) + [
        Self.row("modes found", reports, decimals: 0) { Double($0.report.modesFound) },
        Row(name: "rms apart now", cells: ["", "", Self.distance(a.frame, b.frame)]),
        Self.row("in 3 std", reports, decimals: 1, unit: " %") {
          100 * $0.report.shareWithinThree
        },
        Self.row("model calls", reports, decimals: 0) { Double($0.report.networkCalls) },
        Self.row("floor of W2", reports, decimals: 3) { $0.report.floor.distances.second },
      ] + (a.stage.method.judgesScore || b.stage.method.judgesScore ? [scoreError] : [])
      + Self.origin(a, b)
    heading = Self.heading(a, b)
  }

  /// The runs that the figures are of: their samplers and steps, and where they differ in that, how
  /// far training has got, the seeds and how many samples there are. A method that asks no sampler
  /// names none.
  private static func origin(_ one: AppState, _ other: AppState) -> [Row] {
    let (a, b) = (one.quality, other.quality)
    let reports = (a.measurement, b.measurement)
    let asksSampler = [one, other].map { !$0.experiment.method.samplers.isEmpty }
    let samplers = zip([reports.0, reports.1], asksSampler).map { report, asksSampler in
      report.flatMap { asksSampler ? String($0.sampler.id.prefix(8)) : nil } ?? "-"
    }
    let trained = [a, b].map { $0.subject?.trainingSteps.map(Text.count) ?? "exact" }
    let seeds = [reports.0, reports.1].map { $0.map { "\($0.report.seed)" } ?? "-" }
    let counts = [reports.0, reports.1].map { $0.map { "\($0.report.count)" } ?? "-" }
    let rest = [("of step", trained), ("seed", seeds), ("samples", counts)]
      .filter { $0.1[0] != $0.1[1] && a.measurement != nil && b.measurement != nil }
    // The steps last: where rows are few the title names them.
    return (asksSampler.contains(true) ? [Row(name: "sampler", cells: samplers + [""])] : [])
      + rest.map { Row(name: $0.0, cells: $0.1 + [""]) }
      + [row("steps", reports, decimals: 0) { $0.sampler == .ode ? nil : Double($0.steps) }]
  }

  /// How many samples were measured with which seed, or what figures are waited for.
  private static func heading(_ a: AppState, _ b: AppState) -> String {
    switch (a.waitsForFigures, b.waitsForFigures) {
    case (nil, nil):
      a.quality.measurement.map { "n \($0.report.count) seed \($0.report.seed)" } ?? ""
    case (let one?, let other?) where one == other: one
    case (_, let reason?): "B \(reason)"
    case (let reason?, nil): "A \(reason)"
    }
  }

  private static func row(
    _ name: String, _ reports: (QualityMeasurement?, QualityMeasurement?), decimals: Int,
    unit: String = "", _ figure: (QualityMeasurement) -> Double?
  ) -> Row {
    let (a, b) = (reports.0.flatMap(figure), reports.1.flatMap(figure))
    let text = { (value: Double?) in
      value.map { Text.fixed($0, decimals: decimals, width: 1) } ?? "-"
    }
    let difference = a.flatMap { a in b.map { Self.rounded($0 - a, decimals: decimals) } }
    let sign = (difference ?? 0) > 0 ? "+" : ""
    return Row(
      name: name + unit,
      cells: [text(a), text(b), difference == 0 ? "0" : sign + text(difference)])
  }

  /// What is left of a difference with so many decimals: 0 where that is nothing.
  private static func rounded(_ value: Double, decimals: Int) -> Double {
    let unit = pow(10, Double(decimals))
    return abs(value) * unit < 0.5 ? 0 : value
  }

  /// How far the two clouds on the screen are from each other: the root mean square over the
  /// particles, which have the same start and the same noise.
  static func distance(_ a: Frame, _ b: Frame) -> String {
    guard a.points.count == b.points.count, !a.points.isEmpty else { return "-" }
    let sum = zip(a.points, b.points).reduce(0) { $0 + ($1.0 - $1.1).squaredLength }
    return Text.fixed((sum / Double(a.points.count)).squareRoot(), decimals: 3, width: 1)
  }
}

/// What differs between the sides of a comparison, and by how much.
enum ComparisonPanel {
  private static let cellWidth = 8
  private static let leastNameWidth = 13
  /// Between two columns of rows.
  private static let gap = 2

  static func draw(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    let names = Side.allCases.map { side in
      state.history.present.name(
        of: side, direction: side == state.side ? state.frame.direction : direction(beside: state))
    }
    let room = rect.width - 9 - "A | B".count
    let (a, b) = state.side == .a ? (state, state.turnedRound) : (state.turnedRound, state)
    let runs = [a, b].map { $0.quality.measurement?.run ?? $0.experiment.sampler.kind.id }
    let trailing =
      ["\(names[0]) | \(names[1])", "\(runs[0]) | \(runs[1])"].first { $0.columns <= room } ?? ""
    PanelFrame.draw(
      title: "A | B", trailing: trailing, isFocused: false, on: &surface, in: rect)
    let table = ComparisonTable(state)
    surface.clipped(to: rect) { surface in
      let room = PanelFrame.content(of: rect)
      for (index, part) in parts(of: room, rows: table.rows.count).enumerated() {
        var rest = part
        drawHeading(
          index == 0 ? table.heading : "", state, on: &surface,
          in: rest.takeTop(rest.height > 3 ? 1 : 0))
        for row in table.rows.dropFirst(index * rest.height).prefix(rest.height) {
          draw(row, on: &surface, in: rest.takeTop(1), sideInHand: state.side)
        }
      }
    }
  }

  /// Where the rows stand: beside each other where they are too many for one column and there is
  /// room for two.
  private static func parts(of room: Rect, rows: Int) -> [Rect] {
    let width = leastNameWidth + 3 * cellWidth
    guard rows >= room.height, room.width >= 2 * width + gap else { return [room] }
    var rest = room
    let left = rest.takeLeft((room.width - gap) / 2)
    _ = rest.takeLeft(gap)
    return [left, rest]
  }

  private static func direction(beside state: AppState) -> Direction {
    state.other?.frame.direction ?? state.frame.direction
  }

  private static func drawHeading(
    _ name: String, _ state: AppState, on surface: inout Surface, in rect: Rect
  ) {
    let row = ComparisonTable.Row(name: name, cells: ["A", "B", "B \(surface.glyphs.minus) A"])
    draw(row, on: &surface, in: rect, sideInHand: state.side, style: .dim)
  }

  private static func draw(
    _ row: ComparisonTable.Row, on surface: inout Surface, in rect: Rect, sideInHand: Side,
    style: Style = .value
  ) {
    guard !rect.isEmpty else { return }
    var rest = rect
    let nameWidth = max(leastNameWidth, min(20, rect.width - 3 * cellWidth))
    surface.write(row.name, in: rest.takeLeft(nameWidth), align: .left, style: .dim)
    for (index, cell) in row.cells.enumerated() {
      let isInHand = index == (sideInHand == .a ? 0 : 1)
      surface.write(
        cell, in: rest.takeLeft(cellWidth), align: .right,
        style: isInHand ? style.with(.bold) : style)
    }
  }
}

extension AppState {
  /// Why the side in hand has no figures yet, in two words; nil where it has.
  fileprivate var waitsForFigures: String? {
    if quality.measurement != nil { return nil }
    let isUntrained = experiment.model.kind == .learned && training.weights == nil
    if isUntrained { return "untrained" }
    return quality.progress.map { "judged \(Int(100 * $0)) %" } ?? "not judged"
  }
}
