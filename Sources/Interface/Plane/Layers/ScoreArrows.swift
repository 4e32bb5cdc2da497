import Diffusion
import Foundation
import TextScreen

/// The field of a model as arrows, coloured by how hard it pulls: the score, towards where points are
/// likelier, or what else the method says.
enum ScoreArrows {
  private static let columnSpacing = 6
  private static let rowSpacing = 3
  /// How many exponentials one frame may spend on the exact field.
  private static let budget = 500_000
  /// Pulls weaker than this have no direction worth showing.
  private static let weakest = 0.02

  /// Whether there is a field to show: the learned one has to wait for the network.
  static func isShown(_ state: AppState) -> Bool {
    switch state.view.field {
    case .off: false
    case .exact: state.stage.laboratory.hasExactField
    case .learned: state.training.weights != nil
    }
  }

  static func draw(
    _ marginal: Marginal?, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    if state.view.flow != .arrows {
      StreamLines.draw(
        drift: state.view.flow == .tracers ? state.playback.drift : nil, on: &surface, space: space
      ) { pulls(at: $0, marginal, state) }
      return
    }
    let cells = cells(of: space.room, components: componentsToAsk(state))
    let places = cells.map { space.place(atColumn: $0.column, row: $0.row) }
    for (cell, pull) in zip(cells, pulls(at: places, marginal, state)) {
      guard pull.length > weakest, let glyph = surface.glyphs.arrow(x: pull.x, y: pull.y) else {
        continue
      }
      let ground = surface.ground(column: cell.column, row: cell.row)
      let style = ground == .plain ? Style(strength(pull)) : .readable(on: ground)
      surface[cell.column, cell.row] = Cell(glyph, style.with(.bold))
    }
  }

  /// What pulls at every place.
  private static func pulls(
    at places: [Point], _ marginal: Marginal?, _ state: AppState
  ) -> [Point] {
    state.words.plane.pulls(at: places, marginal, state)
  }

  /// Clean data has no noise to measure the pull by: the deviation of its components takes the
  /// place of sigma, so that the pull is 1 at one deviation from a component's mean.
  static func cleanUnit(of mixture: GaussianMixture) -> Double {
    let total = mixture.components.reduce(0) { $0 + $1.weight }
    let variance = mixture.components.reduce(0) { $0 + $1.weight * $1.covariance.trace / 2 }
    return (variance / total).squareRoot()
  }

  /// Every doubling is a step: below 1/4, 1/2, 1, 2, 4 and more.
  static func strength(_ pull: Point) -> Ink {
    .strength(Int(min(max(0, log2(8 * pull.length)), Double(Ink.strengthSteps))))
  }

  private static func componentsToAsk(_ state: AppState) -> Int {
    state.view.field == .exact ? state.stage.laboratory.mixture.components.count : 1
  }

  /// A sparse lattice of cells, in step with the middle of the room but not on it.
  static func cells(of room: Rect, components: Int) -> [(column: Int, row: Int)] {
    var spacing = 1
    while room.size.area / (18 * spacing * spacing) * components > budget { spacing += 1 }
    let (across, down) = (columnSpacing * spacing, rowSpacing * spacing)
    let columns = stride(
      from: room.x + (room.width / 2 + across / 2) % across, to: room.maxX, by: across)
    let rows = stride(
      from: room.y + (room.height / 2 + down / 2) % down, to: room.maxY, by: down)
    return rows.flatMap { row in columns.map { (column: $0, row: row) } }
  }
}

extension PlaneLayer {
  static let field = PlaneLayer(
    id: "field", depth: .field, rank: .field, isThere: ScoreArrows.isShown,
    draw: { ScoreArrows.draw($0.marginal, $0.state, on: &$1, space: $0.space) },
    legend: .row { state, glyphs in [ScoreArrows.legend(state, glyphs)] },
    caption: { state, _ in
      guard ScoreArrows.isShown(state) else {
        return state.view.field == .exact ? ["no exact field of paired samples"] : []
      }
      let guided = state.stage.isGuided ? "guided " : ""
      let field = guided.isEmpty ? " \(state.words.field)" : ""
      return ["\(guided)\(state.view.field.rawValue)\(field) \(state.view.flow.noun)"]
    })
}

extension ScoreArrows {
  /// What the arrows are, and between which sizes each colour lies.
  fileprivate static func legend(_ state: AppState, _ glyphs: Glyphs) -> StyledText {
    let arrow = glyphs.unicodeText ? "→" : ">"
    let ends = glyphs.unicodeText ? ["¼", "½", "1", "2", "4"] : ["1/4", "1/2", "1", "2", "4"]
    let first =
      StyledText.label(state.words.plane.unitOfPulls(state, glyphs) + " ")
      + StyledText(arrow, Style(.strength(0), on: .plain, .bold))
    return ends.enumerated().reduce(first) { line, end in
      line + .label(" \(end.element) ")
        + StyledText(arrow, Style(.strength(end.offset + 1), on: .plain, .bold))
    }
  }
}

extension ViewOptions.Flow {
  /// What is seen of the field.
  fileprivate var noun: String {
    switch self {
    case .arrows: "field"
    case .streams: "streams"
    case .tracers: "tracers"
    }
  }
}
