import Diffusion
import TextScreen

/// The plane of a method that noises data as diffusion does: its field is what a denoiser says, where its
/// network is one too.
protocol NoisingPlane: MethodPlane {
  /// The network as one that denoises; nil where there is none, or where it is none.
  func denoiser(_ state: AppState) -> (any Denoiser)?
}

extension NoisingPlane {
  func world(of laboratory: Laboratory) -> PlaneFit.World { DiffusionPlane().world(of: laboratory) }

  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    let level = state.frame.level
    guard state.view.field == .learned, !level.isClean, let denoiser = denoiser(state) else {
      return DiffusionPlane().pulls(at: places, marginal, state)
    }
    return denoiser.estimates(of: places, at: level).map { -$0.noise }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    DiffusionPlane().unitOfPulls(state, glyphs)
  }

  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard !state.frame.level.isClean, let denoiser = denoiser(state) else { return nil }
    let diffused = marginal.mixture
    return { ErrorMap.errors(of: denoiser, against: diffused, at: $0) }
  }

  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? {
    let level = state.frame.level
    guard let denoiser = denoiser(state), !level.isClean else { return nil }
    return CurlMap.Field(
      answers: { denoiser.estimates(of: $0, at: level).map(\.noise) },
      unit: state.stage.laboratory.mixture.spread * level.alpha + level.sigma)
  }

  func cleanPosterior(_ state: AppState) -> GaussianMixture? {
    guard let reading = state.frame.reading, !state.frame.level.isClean else { return nil }
    return state.stage.laboratory.mixture.posterior(of: reading.point, at: state.frame.level)
  }
}
