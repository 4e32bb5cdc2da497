import Diffusion
import Foundation
import TextScreen

/// Round numbers along two sides of the plane: ticks in its frame and their numbers beside them.
struct PlaneTicks {
  /// The distance between neighbours, across and up, in units of the data: the same unless long
  /// numbers need more room across.
  let step: Point
  private let space: PlaneSpace
  /// What brings places of the plane to the data's own units.
  private let units: Standardization

  /// The fewest columns between two numbers, and the fewest of blanks.
  private static let leastColumns = 10.0
  private static let gap = 2
  /// The fewest columns that rows between two numbers are as high as.
  private static let leastRows = 8.0

  init(_ space: PlaneSpace, units: Standardization) {
    self.space = space
    self.units = units
    let column = units.spread / space.columnsPerUnit
    var columns = Self.leastColumns
    var across = RoundNumber.tick(above: columns * column)
    // Longer numbers need more room, and in larger steps they may be shorter.
    for _ in 0..<4 {
      let ends = [space.room.x, space.room.maxX - 1].map {
        units.restored(space.place(atColumn: $0, row: space.room.y)).x
      }
      let longest = ends.map { Self.text($0, step: across).count }.max() ?? 0
      if Double(longest + Self.gap) <= columns { break }
      columns = Double(longest + Self.gap)
      across = RoundNumber.tick(above: columns * column)
    }
    step = Point(across, RoundNumber.tick(above: Self.leastRows * column))
  }

  /// The columns of the screen with a tick, from the left, and their numbers.
  var across: [(column: Int, text: String)] {
    let room = space.room
    let ends = (place(room.x, room.y).x, place(room.maxX - 1, room.y).x)
    return Self.values(from: ends.0, to: ends.1, step: step.x).compactMap { value in
      let u = (value - units.centre.x) / units.spread
      return space.cell(of: Point(u, space.middle.y)).map {
        ($0.column, Self.text(value, step: step.x))
      }
    }
  }

  /// The rows of the screen with a tick, from below, and their numbers.
  var up: [(row: Int, text: String)] {
    let room = space.room
    let ends = (place(room.x, room.maxY - 1).y, place(room.x, room.y).y)
    return Self.values(from: ends.0, to: ends.1, step: step.y).compactMap { value in
      let u = (value - units.centre.y) / units.spread
      return space.cell(of: Point(space.middle.x, u)).map {
        ($0.row, Self.text(value, step: step.y))
      }
    }
  }

  private func place(_ column: Int, _ row: Int) -> Point {
    units.restored(space.place(atColumn: column, row: row))
  }

  private static func values(
    from low: Double, to high: Double, step: Double
  ) -> [Double] {
    let (first, last) = ((low / step).rounded(.up), (high / step).rounded(.down))
    guard first.isFinite, last.isFinite, last >= first, last - first < 1000 else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// A number with as many digits as tell it from its neighbours.
  static func text(_ value: Double, step: Double) -> String {
    if abs(value) < step / 2 { return "0" }
    let place = Int(floor(log10(step * (1 + 1e-9))))
    if abs(value) >= 1e7 || place < -5 {
      let digits = max(0, Int(floor(log10(abs(value)))) - place)
      return String(format: "%.\(min(digits, 15))e", value)
        .replacingOccurrences(of: "e+0", with: "e").replacingOccurrences(of: "e+", with: "e")
        .replacingOccurrences(of: "e-0", with: "e-")
    }
    let whole = value.rounded()
    if place >= 0 && abs(whole) >= 10_000 { return Text.count(Int(whole)) }
    return Text.decimal(value, decimals: max(0, -place))
  }
}

extension PlaneTicks {
  /// Draws the ticks into a frame and the numbers into the outermost cells of its room, each on the
  /// ground that is there.
  func draw(on surface: inout Surface, frame: Rect) {
    let room = space.room
    let isPlain = !surface.glyphs.unicodeText
    for (column, text) in across {
      let first = column - text.count / 2
      guard first >= room.x, first + text.count <= room.maxX else { continue }
      mark(
        isPlain ? "+" : "┴", over: surface.glyphs.box.horizontal, column, frame.maxY - 1,
        on: &surface)
      write(text, column: first, row: room.maxY - 1, on: &surface)
    }
    // The first row is the legends', the last has the other axis.
    for (row, text) in up where row > room.y && row < room.maxY - 1 {
      mark(isPlain ? "+" : "├", over: surface.glyphs.box.vertical, frame.x, row, on: &surface)
      write(text, column: room.x, row: row, on: &surface)
    }
  }

  /// A tick in a line of the frame, in the line's own style.
  private func mark(
    _ tick: Unicode.Scalar, over line: Unicode.Scalar, _ column: Int, _ row: Int,
    on surface: inout Surface
  ) {
    let cell = surface[column, row]
    guard cell.unicodeScalar == line else { return }
    surface[column, row] = Cell(tick, Style(cell.ink, on: cell.paper, cell.attributes))
  }

  private func write(_ text: String, column: Int, row: Int, on surface: inout Surface) {
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      let ground = surface.ground(column: column + offset, row: row)
      let style = ground == .plain ? Style.ghost : .readable(on: ground)
      surface[column + offset, row] = Cell(scalar, style)
    }
  }
}
