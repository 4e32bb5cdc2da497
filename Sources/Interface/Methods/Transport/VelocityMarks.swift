import Diffusion
import TextScreen

/// The particle of a transport that is looked into: where it is, which way it moves, the clean end
/// that is expected, and where the run takes it next.
enum VelocityMarks {
  /// How much time the line of the velocity stands for.
  private static let reach = 0.1

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let reading = state.frame.velocityReading else { return }
    drawLines(reading, state, on: &surface, space: space)
    let glyphs = surface.glyphs
    if let clean = reading.clean {
      put(glyphs.cross, .accent, at: clean, on: &surface, space: space)
    }
    if let next = reading.next {
      put(glyphs.ring, .cursor, at: next, on: &surface, space: space)
    }
    put(glyphs.knob, .cursor, at: reading.point, on: &surface, space: space)
  }

  /// Solid: the velocity, the way the run goes. Dotted: to the clean end that is expected.
  private static func drawLines(
    _ reading: VelocityReading, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    let point = projection.middle(of: reading.point)
    let sign: Double = state.frame.direction == .forward ? 1 : -1
    let ahead = projection.middle(of: reading.point + (sign * reach) * reading.velocity)
    if let clean = reading.clean.map(projection.middle) {
      canvas.dottedLine(from: point, to: clean, ink: .accent)
    }
    canvas.line(from: point, to: ahead, ink: .cursor, weight: 1)
    surface.overlay(canvas, in: space.room)
  }

  private static func put(
    _ glyph: Unicode.Scalar, _ ink: Ink, at place: Point, on surface: inout Surface,
    space: PlaneSpace
  ) {
    guard let cell = space.cell(of: place) else { return }
    surface.mark(glyph, ink, .bold, column: cell.column, row: cell.row)
  }
}

extension PlaneLayer {
  /// Where a velocity field takes the particle that is looked into.
  static let velocityMarks = PlaneLayer(
    id: "velocity-marks", depth: .particle, isThere: { $0.frame.velocityReading != nil },
    draw: { VelocityMarks.draw($0.state, on: &$1, space: $0.space) })
}
