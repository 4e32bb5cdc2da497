import Diffusion
import TextScreen

/// The two answers that guidance compares and what it makes of them, as three arrows.
///
/// At the particle they are lines of different make with a letter at the tip; everywhere else three
/// arrows stand side by side, weak, strong, guided.
enum GuidanceArrows {
  private static let columnSpacing = 9
  private static let rowSpacing = 4
  /// Pulls weaker than this have no direction worth showing.
  private static let weakest = 0.02

  /// Whether there is guidance to be shown, and where.
  static func place(_ state: AppState) -> ViewOptions.Opinions {
    state.stage.laboratory.guidance == nil ? .off : state.view.opinions
  }

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    switch place(state) {
    case .off: break
    case .particle: drawAtParticle(state, on: &surface, space: space)
    case .lattice: drawEverywhere(state, on: &surface, space: space)
    }
  }

  /// One of the three.
  private struct Kind {
    let name: String
    let letter: Unicode.Scalar
    let ink: Ink
  }

  private static let kinds = [
    Kind(name: "weak", letter: "w", ink: .dim), Kind(name: "strong", letter: "s", ink: .reverse),
    Kind(name: "guided", letter: "g", ink: .accent),
  ]

  /// What pulls at every place by all three.
  private static func pulls(at places: [Point], _ state: AppState) -> [[Point]] {
    guard let guidance = state.stage.laboratory.guidance else { return [] }
    return state.inspectedModel.opinions(at: places, of: guidance, in: state)
  }

  /// The particle, and how far a pull of length 1 leads from it.
  private static func particle(_ state: AppState) -> (point: Point, reach: Double)? {
    let spread = state.stage.laboratory.mixture.spread
    return state.frame.reading.map { ($0.point, $0.reach(spread: spread)) }
  }

  private static func drawAtParticle(
    _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    guard let (point, reach) = particle(state) else { return }
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let start = projection.middle(of: point)
    let pulls = pulls(at: [point], state).map { $0[0] }
    let tips = pulls.map { point + reach * $0 }
    for (index, tip) in tips.enumerated() where pulls[index].length > weakest {
      let end = projection.middle(of: tip)
      switch index {
      case 0: canvas.dottedLine(from: start, to: end, ink: kinds[0].ink)
      case 1: canvas.dashedLine(from: start, to: end, ink: kinds[1].ink)
      default: canvas.line(from: start, to: end, ink: kinds[2].ink, weight: 1)
      }
    }
    surface.overlay(canvas, in: space.room)
    for (index, tip) in tips.enumerated() where pulls[index].length > weakest {
      guard let cell = space.cell(of: tip) else { continue }
      surface.mark(
        kinds[index].letter, kinds[index].ink, .bold, column: cell.column, row: cell.row)
    }
  }

  private static func drawEverywhere(
    _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    let room = space.room
    let columns = Array(stride(from: room.x + 3, to: room.maxX - 2, by: columnSpacing))
    let cells = stride(from: room.y + 2, to: room.maxY - 1, by: rowSpacing).flatMap { row in
      columns.map { (column: $0, row: row) }
    }
    let places = cells.map { space.place(atColumn: $0.column, row: $0.row) }
    for (index, pulls) in pulls(at: places, state).enumerated() {
      for (cell, pull) in zip(cells, pulls) {
        let glyph =
          pull.length > weakest ? surface.glyphs.arrow(x: pull.x, y: pull.y) : nil
        let attributes: Attributes = index == 2 ? .bold : []
        surface.mark(
          glyph ?? (surface.glyphs.unicodeText ? "·" : "."), kinds[index].ink, attributes,
          column: cell.column - 1 + index, row: cell.row)
      }
    }
  }

  /// What the three are, at the left end of `rect`, or of the row below where something else is
  /// explained there.
  fileprivate static func drawLegend(
    _ state: AppState, isTaken: Bool, on surface: inout Surface, in rect: Rect
  ) {
    let place = place(state)
    let lines = [legend(of: place), names]
    let room = rect.width - reserved
    guard let line = StyledText.first(of: lines, within: room, glyphs: surface.glyphs) else {
      return
    }
    let width = line.columns(in: surface.glyphs)
    let row = rect.y + (isTaken ? 1 : 0)
    let strip = Rect(x: rect.x, y: row, width: width + 1, height: 1)
    surface.fill(strip)
    surface.write(line, in: strip)
  }

  /// Room left for what stands at the other end of the row.
  private static let reserved = 18

  private static func legend(of place: ViewOptions.Opinions) -> StyledText {
    var line = StyledText()
    for (index, kind) in kinds.enumerated() {
      let sign =
        place == .particle
        ? String(Character(kind.letter)) + " " : ["1st ", "2nd ", "3rd "][index]
      line =
        line + StyledText(sign, Style(kind.ink, on: .plain, .bold))
        + .label(kind.name + (index < 2 ? "  " : ""))
    }
    return line
  }

  /// The three in their order, where there is no room for more.
  private static let names = kinds.reduce(StyledText()) { line, kind in
    line + StyledText("\(kind.name) ", Style(kind.ink))
  }
}

extension PlaneLayer {
  /// What guidance compares.
  static let opinions = PlaneLayer(
    id: "opinions", depth: .particle, isThere: { GuidanceArrows.place($0) != .off },
    draw: { GuidanceArrows.draw($0.state, on: &$1, space: $0.space) },
    legend: .first { state, isTaken, surface, row in
      GuidanceArrows.drawLegend(state, isTaken: isTaken, on: &surface, in: row)
    })
}

extension DotCanvas {
  /// Lights dots in dashes of four with gaps of two between two places, given in dots.
  fileprivate mutating func dashedLine(from start: Point, to end: Point, ink: Ink) {
    let length = (end - start).length
    guard length.isFinite, length > 0 else { return }
    let unit = (end - start) / length
    // The end may lie far outside; no line is longer than it can be seen.
    for first in stride(from: 0, to: min(length, Double(4 * (width + height))), by: 6) {
      let last = min(first + 3, length)
      line(from: start + first * unit, to: start + last * unit, ink: ink, weight: 1)
    }
  }
}
