import Diffusion
import TextScreen

/// Where a few particles are led from this moment to the data: by one jump of the network, and by the
/// exact flow.
enum JumpArrows {
  private static let most = 24
  /// How many particles times Gaussians the exact flow is followed for in a frame.
  private static let budget = 2000
  private static let tolerance = 1e-3

  static func isThere(_ state: AppState) -> Bool {
    state.view.field != .off && !state.frame.level.isClean && !state.frame.points.isEmpty
  }

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    let mixture = state.stage.laboratory.mixture
    let count = min(most, budget / mixture.components.count)
    let points = Array(state.frame.points.prefix(count))
    let level = state.frame.level
    let exact = ExactFlowMap(of: mixture, tolerance: tolerance)
      .points(points, from: level, to: .clean)
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let projection = space.projection(dots: canvas.dots.perCell)
    func middle(_ place: Point) -> Point { projection.middle(of: place) }
    for (point, end) in zip(points, exact) {
      canvas.dottedLine(from: middle(point), to: middle(end), ink: .accent)
    }
    let learned = state.view.field == .learned ? state.learnedJumps : nil
    let jumped = learned?.points(points, from: level, to: .clean) ?? []
    for (point, end) in zip(points, jumped) {
      canvas.line(from: middle(point), to: middle(end), ink: .cursor, weight: 1)
    }
    surface.overlay(canvas, in: space.room)
    let glyphs = surface.glyphs
    mark(exact, glyphs.ring, .accent, on: &surface, space: space)
    mark(jumped, glyphs.cross, .cursor, on: &surface, space: space)
  }

  private static func mark(
    _ ends: [Point], _ glyph: Unicode.Scalar, _ ink: Ink, on surface: inout Surface,
    space: PlaneSpace
  ) {
    for end in ends {
      guard let cell = space.cell(of: end) else { continue }
      surface.mark(glyph, ink, .bold, column: cell.column, row: cell.row)
    }
  }

  static func legend(_ state: AppState, _ glyphs: Glyphs) -> [StyledText] {
    func entry(_ glyph: Unicode.Scalar, _ ink: Ink, _ words: String) -> StyledText {
      StyledText("\(glyph) ", Style(ink, on: .plain, .bold)) + .label(words)
    }
    let exact = entry(glyphs.ring, .accent, "where the flow ends")
    guard state.view.field == .learned, state.training.shownWeights != nil else { return [exact] }
    return [entry(glyphs.cross, .cursor, "one jump"), exact]
  }
}

extension PlaneLayer {
  /// The jumps of a few particles to the data, beside the exact flow.
  static let jumps = PlaneLayer(
    id: "jumps", depth: .line, rank: .course, isThere: JumpArrows.isThere,
    draw: { moment, surface in
      guard moment.showsDots(on: surface) else { return }
      JumpArrows.draw(moment.state, on: &surface, space: moment.space)
    },
    legend: .row { JumpArrows.legend($0, $1) })
}
