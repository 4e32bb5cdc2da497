import Diffusion
import TextScreen

/// The particle that is looked into: where it is, the noise the model sees in it, the clean point
/// the model expects, and where the run takes it next.
enum InspectionMarks {
  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let inspection = state.frame.inspection else { return }
    drawLines(inspection, on: &surface, space: space)
    let glyphs = surface.glyphs
    put(glyphs.cross, .accent, at: inspection.estimate.clean, on: &surface, space: space)
    if let next = inspection.next {
      put(glyphs.ring, .cursor, at: next, on: &surface, space: space)
    }
    put(glyphs.knob, .cursor, at: inspection.point, on: &surface, space: space)
  }

  /// Solid: `sigma · noise`, which the point would lose. Dotted: from there, `alpha · clean`,
  /// on to the clean point.
  private static func drawLines(
    _ inspection: Inspection, on surface: inout Surface, space: PlaneSpace
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let point = projection.middle(of: inspection.point)
    let denoised = projection.middle(
      of: inspection.point - inspection.level.sigma * inspection.estimate.noise)
    let clean = projection.middle(of: inspection.estimate.clean)
    canvas.dottedLine(from: denoised, to: clean, ink: .accent)
    canvas.line(from: denoised, to: point, ink: .cursor, weight: 1)
    surface.overlay(canvas, in: space.room)
  }

  private static func put(
    _ glyph: Unicode.Scalar, _ ink: Ink, at place: Point, on surface: inout Surface,
    space: PlaneSpace
  ) {
    guard let cell = space.cell(of: place) else { return }
    surface.mark(glyph, ink, .bold, column: cell.column, row: cell.row)
  }

  /// What the marks mean, in the middle of the first row of `rect`, if there is room.
  static func drawLegend(_ state: AppState, on surface: inout Surface, in rect: Rect) {
    guard let inspection = state.frame.inspection else { return }
    let trail: (glyph: Unicode.Scalar, ink: Ink, text: String) = (
      surface.glyphs.unicodeText ? "━" : ".", .trail(0), "trails: the last steps"
    )
    let long = legend("particle \(inspection.particle)", surface.glyphs)
    let hasTrails = state.view.shows(.trails) && state.trails.paths.contains { $0.count > 1 }
    let forms =
      (hasTrails ? [long + [trail]] : [])
      + [long, legend("\(inspection.particle)", surface.glyphs)]
    for entries in forms {
      let width = entries.reduce(2) { $0 + $1.text.count + 4 }
      guard width <= rect.width else { continue }
      var column = rect.x + (rect.width - width) / 2
      surface.fill(Rect(x: column, y: rect.y, width: width, height: 1))
      for entry in entries {
        let style = Style(entry.ink, on: .plain, .bold)
        surface[column + 2, rect.y] = Cell(entry.glyph, style)
        surface.write(entry.text, column: column + 4, row: rect.y, style: .dim)
        column += 4 + entry.text.count
      }
      return
    }
  }

  private static func legend(
    _ name: String, _ glyphs: Glyphs
  ) -> [(glyph: Unicode.Scalar, ink: Ink, text: String)] {
    [
      (glyphs.knob, .cursor, name), (glyphs.unicodeText ? "━" : ".", .cursor, "noise"),
      (glyphs.cross, .accent, "clean"), (glyphs.ring, .cursor, "next"),
    ]
  }
}

extension PlaneLayer {
  /// What a denoiser says of the particle that is looked into.
  static let inspection = PlaneLayer(
    id: "inspection", depth: .particle, isThere: { $0.frame.inspection != nil },
    draw: { InspectionMarks.draw($0.state, on: &$1, space: $0.space) },
    legend: .foot { InspectionMarks.drawLegend($0, on: &$1, in: $2) })
}
