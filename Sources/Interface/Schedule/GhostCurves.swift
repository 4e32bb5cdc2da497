import Diffusion
import TextScreen

/// The well-known schedules of as many steps behind a curve: dotted, each with its name.
struct GhostCurves: Sendable {
  private let curves: [(name: String, curve: ScheduleCurve)]
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
    guard state.view.showsGhosts, plot.area.height >= Self.leastHeight else {
      curves = []
      return
    }
    curves = state.stage.ghosts.schedules(besides: state.experiment.schedule.kind).map {
      (
        $0.kind.id,
        ScheduleCurve(state.view.curve, of: $0.schedule, on: front.axis, glyphs: glyphs)
      )
    }
  }

  func draw(dots: Glyphs.Dots, on surface: inout Surface) {
    for ghost in curves {
      plot.draw(
        through: { place(of: ghost.curve, atTime: $0) }, dots: dots, ink: .ghost, isDotted: true,
        on: &surface)
    }
  }

  /// Writes the names where nothing else stands, each next to its own curve and as far from the
  /// others as there is room.
  func drawNames(on surface: inout Surface) {
    guard plot.area.height >= Self.leastHeightForNames else { return }
    for (index, ghost) in curves.enumerated() {
      let others = [front] + curves.indices.filter { $0 != index }.map { curves[$0].curve }
      let spots = spots(beside: ghost.curve, width: ghost.name.count).filter { spot in
        spot.columns.allSatisfy { surface[$0, spot.y].unicodeScalar == " " }
      }
      let gaps = spots.map { spot in others.map { distance(from: spot, to: $0) }.min() ?? 0 }
      guard let best = gaps.indices.max(by: { gaps[$0] < gaps[$1] }) else { continue }
      surface.write(ghost.name, in: spots[best], align: .left, style: .ghost)
    }
  }

  /// The places for a name in the rows above and below a curve.
  private func spots(beside curve: ScheduleCurve, width: Int) -> [Rect] {
    let area = plot.area
    guard width < area.width else { return [] }
    return (area.x...area.maxX - width).flatMap { column in
      let row = row(of: curve, column: column + width / 2)
      return [row - 1, row + 1].map { Rect(x: column, y: $0, width: width, height: 1) }
        .filter { area.intersection($0) == $0 }
    }
  }

  /// How many rows a curve is away from a name at its nearest.
  private func distance(from spot: Rect, to curve: ScheduleCurve) -> Int {
    spot.columns.map { abs(row(of: curve, column: $0) - spot.y) }.min() ?? 0
  }

  private func row(of curve: ScheduleCurve, column: Int) -> Int {
    let time = plot.place(atColumn: column, row: plot.area.y).x
    return plot.cell(of: place(of: curve, atTime: time)).row
  }

  private func place(of curve: ScheduleCurve, atTime time: Double) -> Point {
    Point(time, front.height(of: curve.value(atTime: time)))
  }
}
