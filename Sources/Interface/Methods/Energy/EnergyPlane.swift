import Diffusion
import TextScreen

/// The plane of energy models: as that of a diffusion, with the landscape that the network has learned.
struct EnergyPlane: NoisingPlane {
  var layers: [PlaneLayer] { [.negatives] }
  var trail: PlaneTrails.Length { DiffusionPlane().trail }

  func denoiser(_ state: AppState) -> (any Denoiser)? { state.learnedEnergy }

  func landscape(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    let level = state.frame.level
    guard let learned = state.learnedEnergy else { return nil }
    return { learned.energies(of: $0, at: level).map(\.energy) }
  }

  func stepPosterior(_ state: AppState) -> GaussianMixture? {
    DiffusionPlane().stepPosterior(state)
  }
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
      [
        StyledText("\(glyphs.cross) ", Style(.cursor, on: .plain, .bold))
          + .label("where chains leave the data to: the negatives")
      ]
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
