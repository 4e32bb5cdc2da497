import Diffusion
import TextScreen

/// The plane of energy models: as that of a diffusion, with the landscape that the network has learned.
struct EnergyPlane: MethodPlane {
  private let noising = DiffusionPlane()

  var layers: [PlaneLayer] { [.negatives] }
  var trail: PlaneTrails.Length { noising.trail }

  func world(of laboratory: Laboratory) -> PlaneFit.World { noising.world(of: laboratory) }

  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    let level = state.frame.level
    guard state.view.field == .learned, !level.isClean, let learned = state.learnedEnergy else {
      return noising.pulls(at: places, marginal, state)
    }
    return learned.estimates(of: places, at: level).map { -$0.noise }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    noising.unitOfPulls(state, glyphs)
  }

  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard !state.frame.level.isClean, let learned = state.learnedEnergy else { return nil }
    let diffused = marginal.mixture
    return { ErrorMap.errors(of: learned, against: diffused, at: $0) }
  }

  /// A gradient turns nowhere.
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? {
    let level = state.frame.level
    guard let learned = state.learnedEnergy, !level.isClean else { return nil }
    return CurlMap.Field(
      answers: { learned.estimates(of: $0, at: level).map(\.noise) },
      unit: state.stage.laboratory.mixture.spread * level.alpha + level.sigma)
  }

  func landscape(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    let level = state.frame.level
    guard let learned = state.learnedEnergy else { return nil }
    return { learned.energies(of: $0, at: level).map(\.energy) }
  }

  func cleanPosterior(_ state: AppState) -> GaussianMixture? { noising.cleanPosterior(state) }
  func stepPosterior(_ state: AppState) -> GaussianMixture? { noising.stepPosterior(state) }
}

extension PlaneLayer {
  /// Where short chains of the network lead from data: what contrastive divergence pushes up.
  static let negatives = PlaneLayer(
    id: "negatives", depth: .line, rank: .course, isThere: { Negatives.energy(of: $0) != nil },
    draw: { moment, surface in
      guard moment.showsDots(on: surface) else { return }
      Negatives.draw(moment.state, on: &surface, space: moment.space)
    },
    legend: .row { _, glyphs in
      StyledText("\(glyphs.cross) ", Style(.cursor, on: .plain, .bold))
        + .label("where chains leave the data to: the negatives")
    })
}

/// The second cloud of contrastive divergence.
private enum Negatives {
  /// How many chains are drawn.
  private static let most = 120

  /// The energy that is learned so; nil where there is no such cloud.
  static func energy(of state: AppState) -> LearnedEnergy? {
    guard state.experiment.energy?.objective == .contrastiveDivergence,
      state.view.field == .learned, !state.frame.level.isClean
    else { return nil }
    return state.learnedEnergy
  }

  static func draw(_ state: AppState, on surface: inout Surface, space: PlaneSpace) {
    guard let energy = energy(of: state) else { return }
    let data = state.stage.method.forwardPoints(at: state.frame.place, first: most)
    var stream = state.experiment.randomness.stream(.reference, step: energy.weights.steps)
    let ends = ContrastiveDivergence.chain(in: energy, at: state.frame.level)
      .walked(data, steps: ContrastiveDivergence.chainLength, from: &stream).points
    for end in ends {
      guard let cell = space.cell(of: end) else { continue }
      surface.mark(surface.glyphs.cross, .cursor, .bold, column: cell.column, row: cell.row)
    }
  }
}
