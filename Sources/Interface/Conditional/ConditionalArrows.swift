import Diffusion
import TextScreen

/// The marginal field at the place that asks as the sum of what the ends pull: an arrow for each of
/// the strongest, as long as its share of its pull, and the sum of all.
enum ConditionalArrows {
  static let chosen = Ink.trail(1)
  static let marginal = Ink.accent
  /// How far the longest arrow reaches, in half heights of what is seen: what differs between moments is
  /// how they share it, and numbers tell how long it is.
  private static let reach = 0.42

  static func draw(
    _ reading: ConditionalReading, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    let unit = reading.longest
    let extent = state.fit.extent / state.view.camera.zoom
    let scale = unit > 0 ? reach * extent / unit : 0
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let start = projection.middle(of: reading.query)
    let tip = { (value: FieldValue, share: Double) -> Point? in
      let arrow = reading.arrow(value)
      return arrow.isFinite && scale > 0 ? reading.query + (scale * share) * arrow : nil
    }
    var tips: [(place: Point, share: Double, ink: Ink)] = []
    for part in reading.strongest.reversed() {
      let ink = part.end == reading.chosen?.end ? chosen : Ink.dim
      guard let end = tip(part.value, part.share) else { continue }
      canvas.line(from: start, to: projection.middle(of: end), ink: ink, weight: 1)
      tips.append((end, part.share, ink))
    }
    // The chosen one whole: what the point would do if it came from there.
    if let part = reading.chosen, let end = tip(part.value, 1) {
      canvas.dottedLine(from: start, to: projection.middle(of: end), ink: chosen)
    }
    if let end = tip(reading.marginal, 1) {
      canvas.line(from: start, to: projection.middle(of: end), ink: marginal, weight: 2)
    }
    surface.overlay(canvas, in: space.room)
    for tip in tips { write(tip.share, at: tip.place, tip.ink, on: &surface, space: space) }
    if let end = tip(reading.marginal, 1), let cell = space.cell(of: end) {
      let arrow = reading.arrow(reading.marginal)
      let glyph = surface.glyphs.arrow(x: arrow.x, y: arrow.y) ?? surface.glyphs.cross
      surface.mark(glyph, marginal, .bold, column: cell.column, row: cell.row)
    }
    if let cell = space.cell(of: reading.query) {
      surface.mark(surface.glyphs.cross, .cursor, .bold, column: cell.column, row: cell.row)
    }
  }

  /// The share in percent at the tip of an arrow, as far as it is seen.
  private static func write(
    _ share: Double, at place: Point, _ ink: Ink, on surface: inout Surface, space: PlaneSpace
  ) {
    guard let cell = space.cell(of: place) else { return }
    let percent = "\(Int((100 * share).rounded()))"
    for (offset, digit) in percent.unicodeScalars.enumerated()
    where cell.column + offset < space.room.maxX {
      surface.mark(digit, ink, .bold, column: cell.column + offset, row: cell.row)
    }
  }
}
