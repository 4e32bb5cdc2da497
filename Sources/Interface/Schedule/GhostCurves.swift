import Diffusion
import TextScreen

/// The well-known schedules of as many steps behind a curve, and one that is learned: dotted, each with
/// its name.
struct GhostCurves: Sendable {
  private let curves: [(name: String, curve: ScheduleCurve, ink: Ink)]
  /// The curve in front of them, whose axis they share.
  private let front: ScheduleCurve
  private let plot: PlotArea

  /// From this height on a ghost can be told from the curve, and from this one there is room for its
  /// name.
  static let leastHeight = 3
  static let leastHeightForNames = 5

  init(_ state: AppState, behind front: ScheduleCurve, glyphs: Glyphs, in plot: PlotArea) {
    self.front = front
    self.plot = plot
    guard plot.area.height >= Self.leastHeight else {
      curves = []
      return
    }
    let known =
      state.view.showsGhosts
      ? state.stage.ghosts.schedules(besides: state.experiment.schedule.kind)
        .map { (name: $0.kind.id, schedule: $0.schedule, ink: Ink.ghost) } : []
    let learned =
      state.learnedSchedule.map { [(name: "learned", schedule: $0, ink: Ink.forward)] } ?? []
    curves = (known + learned).map { name, schedule, ink in
      (
        name, ScheduleCurve(state.view.curve, of: schedule, on: front.axis, glyphs: glyphs), ink
      )
    }
  }

  func draw(dots: Glyphs.Dots, on surface: inout Surface) {
    for ghost in curves {
      plot.draw(
        through: { place(of: ghost.curve, atTime: $0) }, dots: dots, ink: ghost.ink, isDotted: true,
        on: &surface)
    }
  }

  /// Writes the names where nothing else stands, each next to its own curve and as far from the
  /// others as there is room.
  func drawNames(on surface: inout Surface) {
    guard !curves.isEmpty, plot.area.height >= Self.leastHeightForNames else { return }
    let frontRows = rows(of: front)
    let rows = curves.map { self.rows(of: $0.curve) }
    var written: [Rect] = []
    for (index, ghost) in curves.enumerated() {
      let others = [frontRows] + rows.indices.filter { $0 != index }.map { rows[$0] }
      let spots = spots(beside: rows[index], width: ghost.name.count).filter { spot in
        // Two names side by side would be read as one.
        spot.columns.allSatisfy { surface[$0, spot.y].unicodeScalar == " " }
          && !written.contains { $0.y == spot.y && spot.x <= $0.maxX && $0.x <= spot.maxX }
      }
      let gaps = spots.map { spot in others.map { distance(from: spot, to: $0) }.min() ?? 0 }
      guard let best = gaps.indices.max(by: { gaps[$0] < gaps[$1] }) else { continue }
      surface.write(ghost.name, in: spots[best], align: .left, style: Style(ghost.ink))
      written.append(spots[best])
    }
  }

  /// The places for a name in the rows above and below a curve.
  ///
  /// - Parameter rows: those of the curve, for every column of the plot.
  private func spots(beside rows: [Int], width: Int) -> [Rect] {
    let area = plot.area
    guard width < area.width else { return [] }
    var spots: [Rect] = []
    for column in area.x...area.maxX - width {
      let row = rows[column + width / 2 - area.x]
      for row in [row - 1, row + 1] where area.rows.contains(row) {
        spots.append(Rect(x: column, y: row, width: width, height: 1))
      }
    }
    return spots
  }

  /// How many rows a curve is away from a name at its nearest.
  private func distance(from spot: Rect, to rows: [Int]) -> Int {
    let first = spot.x - plot.area.x
    return rows[first..<first + spot.width].reduce(.max) { min($0, abs($1 - spot.y)) }
  }

  /// The row of a curve in every column of the plot.
  private func rows(of curve: ScheduleCurve) -> [Int] {
    plot.area.columns.map { column in
      let time = plot.place(atColumn: column, row: plot.area.y).x
      return plot.cell(of: place(of: curve, atTime: time)).row
    }
  }

  private func place(of curve: ScheduleCurve, atTime time: Double) -> Point {
    Point(time, front.height(of: curve.value(atTime: time)))
  }
}
