import Diffusion
import Foundation
import TextScreen

/// The score field: arrows towards where points are likelier, coloured by how hard it pulls. On a
/// transport the velocity field: arrows along the way of the run.
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
    case .exact: state.stage.laboratory.transport?.coupling.isExact ?? true
    case .learned: state.training.weights != nil
    }
  }

  static func draw(
    _ marginal: Marginal?, _ state: AppState, on surface: inout Surface, space: PlaneSpace
  ) {
    guard isShown(state) else { return }
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

  /// What pulls at every place: on a transport the velocity along the way of the run, in units of
  /// the data's size; else `sigma · score`.
  private static func pulls(
    at places: [Point], _ marginal: Marginal?, _ state: AppState
  ) -> [Point] {
    if case .diffused(let diffused, _) = marginal { return pulls(at: places, diffused, state) }
    let sign: Double = state.frame.direction == .forward ? 1 : -1
    let unit = sign / state.stage.laboratory.mixture.spread
    return state.velocities(state.view.field, at: places, isLed: true).map { unit * $0 }
  }

  /// `sigma · score` at every place: minus the expected noise, of about unit length where noise
  /// is typical, at every level.
  private static func pulls(
    at places: [Point], _ diffused: DiffusedMixture, _ state: AppState
  ) -> [Point] {
    let level = state.frame.level
    let laboratory = state.stage.laboratory
    if state.view.field == .learned, let learned = state.learnedDenoiser {
      return laboratory.guided(learned).estimates(of: places, at: level).map { -$0.noise }
    }
    let score = laboratory.guidance?.cleanScore ?? diffused.score
    if !level.isClean, laboratory.guidance != nil {
      return laboratory.guided(laboratory.exactDenoiser).estimates(of: places, at: level)
        .map { -$0.noise }
    }
    if level.isClean {
      let unit = cleanUnit(of: laboratory.mixture)
      return places.map { unit * score($0) }
    }
    var estimates = [Estimate](repeating: .zero, count: places.count)
    diffused.estimate(places, into: &estimates)
    return estimates.map { -$0.noise }
  }

  /// Clean data has no noise to measure the pull by: the deviation of its components takes the
  /// place of sigma, so that the pull is 1 at one deviation from a component's mean.
  static func cleanUnit(of mixture: GaussianMixture) -> Double {
    let total = mixture.components.reduce(0) { $0 + $1.weight }
    let variance = mixture.components.reduce(0) { $0 + $1.weight * $1.covariance.trace / 2 }
    return (variance / total).squareRoot()
  }

  /// What arrows are drawn of: a length of 1 is the usual pull.
  static func unit(_ state: AppState, _ glyphs: Glyphs) -> String {
    if state.isTransport {
      return "velocity / \(Text.short(state.stage.laboratory.mixture.spread))"
    }
    let symbol =
      state.frame.level.isClean
      ? Text.short(cleanUnit(of: state.stage.laboratory.mixture)) : glyphs.sigma
    return "\(symbol)\(glyphs.times)score"
  }

  /// Every doubling is a step: below 1/4, 1/2, 1, 2, 4 and more.
  static func strength(_ pull: Point) -> Ink {
    .strength(Int(min(max(0, log2(8 * pull.length)), Double(Ink.strengthSteps))))
  }

  private static func componentsToAsk(_ state: AppState) -> Int {
    state.view.field == .exact ? state.stage.laboratory.mixture.components.count : 1
  }

  /// A sparse lattice of cells, in step with the middle of the room but not on it.
  private static func cells(of room: Rect, components: Int) -> [(column: Int, row: Int)] {
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
