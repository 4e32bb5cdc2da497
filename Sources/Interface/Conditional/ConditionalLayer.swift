import Diffusion
import TextScreen

/// The way to one end alone on the plane: lines around its density, a cloud that follows only it, its
/// score or velocity as a lattice of arrows, and at the place that asks the sum of all ways.
enum ConditionalLayer {
  static let inks: [Ink] = [.trail(2), ConditionalArrows.chosen]
  /// How many points follow it.
  static let count = 300

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let reading = ConditionalReading(state) else { return }
    if let end = reading.chosen?.end, let path = reading.paths.path(to: end) {
      drawCloud(of: path, end: end, state, on: &surface, space: space)
      drawLattice(of: path, reading, state, on: &surface, space: space)
      if let mixture = try? GaussianMixture(components: path.gaussians(at: reading.place)) {
        MixtureOutline.draw(mixture, inks: inks, on: &surface, space: space)
      }
    }
    ConditionalArrows.draw(reading, state, on: &surface, space: space)
  }

  private static func drawCloud(
    of path: any ConditionalPath, end: Int, _ state: AppState, on surface: inout Surface,
    space: PlaneSpace
  ) {
    var canvas = DotCanvas(size: space.room.size, dots: surface.glyphs.dots)
    let points = state.conditionalPoints(of: path, to: end, at: state.frame.place.onPath)
    space.projection(dots: canvas.dots.perCell).plot(
      points, every: 1, on: &canvas, inks: .one(ConditionalArrows.chosen))
    surface.overlay(canvas, in: space.room)
  }

  /// Arrows of its field everywhere, between those of the whole field where that is shown.
  private static func drawLattice(
    of path: any ConditionalPath, _ reading: ConditionalReading, _ state: AppState,
    on surface: inout Surface, space: PlaneSpace
  ) {
    let isBeside = ScoreArrows.isShown(state)
    let cells = ScoreArrows.cells(of: space.room, components: 1).map {
      (column: $0.column + (isBeside ? 2 : 0), row: $0.row)
    }.filter { $0.column < space.room.maxX }
    let places = cells.map { space.place(atColumn: $0.column, row: $0.row) }
    let values = path.fieldValues(of: places, at: reading.place)
    for (cell, value) in zip(cells, values) {
      let arrow = reading.arrow(value)
      guard let glyph = surface.glyphs.arrow(x: arrow.x, y: arrow.y) else { continue }
      surface.mark(glyph, inks[0], column: cell.column, row: cell.row)
    }
  }
}

extension AppState {
  /// Points that follow the way to one end alone, by the same draws at all times.
  func conditionalPoints(
    of path: any ConditionalPath, to end: Int, at place: PathPlace
  ) -> [Point] {
    var stream = experiment.randomness.stream(.forward, step: -2 - end)
    return path.draw(ConditionalLayer.count, at: place, from: &stream)
  }
}

extension PlaneLayer {
  static let conditional: PlaneLayer = PlaneLayer(
    id: "conditional", depth: .particle, rank: .field,
    toggle: Toggle(
      word: "conditional", summary: "the way to one data point alone, and all ways at one place",
      key: .character("&"),
      keyTitle: "conditional path p_t(x | x0) of one end, and the field as the sum of all",
      obstacle: { $0.noConditionals },
      notice: {
        $0
          ? "a click moves x; in the panel (tab) the arrow keys do, + and - choose another end"
          : "conditional path off"
      }),
    isThere: { $0.conditionalPaths != nil },
    draw: { ConditionalLayer.draw($0.state, on: &$1, space: $0.space) },
    legend: .row { state, glyphs in ConditionalLayer.legend(state, glyphs) },
    caption: { state, _ in
      guard state.view.shows(.conditional) else { return [] }
      return [state.noConditionals ?? "conditional \(state.view.conditional.arrows.rawValue)"]
    })
}

extension ConditionalLayer {
  fileprivate static func legend(_ state: AppState, _ glyphs: Glyphs) -> [StyledText] {
    let arrows = state.view.conditional.arrows.rawValue
    return [
      LayerLegends.stroke(inks[0], glyphs) + LayerLegends.stroke(inks[1], glyphs)
        + .label("p_t(x | \(glyphs.end)) 90, 50 %"),
      LayerLegends.stroke(.dim, glyphs) + .label("% \(glyphs.times) \(arrows)"),
      LayerLegends.stroke(ConditionalArrows.marginal, glyphs) + .label("their sum"),
    ]
  }
}
