import Diffusion
import Foundation
import TextScreen

/// The score field as lines that follow it, or as tracers that drift along these lines.
enum StreamLines {
  /// Cells between the beginnings of lines.
  private static let spacing = Size(columns: 8, rows: 4)
  private static let steps = 14
  /// The length of a step, in cell widths.
  private static let stepLength = 0.8
  private static let weakest = 0.05
  /// The share of a line that a tracer lights.
  private static let tail = 0.3

  /// - Parameter drift: how far the tracers have drifted, in lines; nil draws the lines whole.
  static func draw(
    drift: Double?, on surface: inout Surface, space: PlaneSpace,
    pulls: (_ places: [Point]) -> [Point]
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    // A cell is half as wide as high.
    let unit = stepLength / (2 * space.cellsPerSquareUnit).squareRoot()
    var places = starts(space)
    var strengths = [Double](repeating: 0, count: places.count)
    for step in 0..<steps {
      let field = pulls(places)
      for index in places.indices {
        let strength = field[index].length
        guard strength > weakest, strength.isFinite else { continue }
        if step == 0 { strengths[index] = strength }
        let way: Point = field[index] * (unit / strength)
        let next = places[index] + way
        if isLit(step, of: index, drift: drift) {
          canvas.line(
            from: projection.middle(of: places[index]), to: projection.middle(of: next),
            ink: ScoreArrows.strength(Point(strengths[index], 0)), weight: 1)
        }
        places[index] = next
      }
    }
    surface.overlay(canvas, in: space.room)
  }

  /// Where lines begin: a lattice whose rows are set off against each other.
  private static func starts(_ space: PlaneSpace) -> [Point] {
    let room = space.room
    return stride(from: room.y + 1, to: room.maxY, by: spacing.rows).flatMap { row in
      let shift = (row / spacing.rows).isMultiple(of: 2) ? 0 : spacing.columns / 2
      return stride(from: room.x + 1 + shift, to: room.maxX, by: spacing.columns).map {
        space.place(atColumn: $0, row: row)
      }
    }
  }

  /// Whether a tracer is on a piece of its line; every line has a phase of its own.
  private static func isLit(_ step: Int, of line: Int, drift: Double?) -> Bool {
    guard let drift else { return true }
    let phase = (drift + 0.618 * Double(line)).truncatingRemainder(dividingBy: 1)
    let behind = phase * (1 + tail) - Double(step) / Double(steps)
    return (0..<tail).contains(behind)
  }
}
