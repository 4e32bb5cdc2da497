import Diffusion
import TextScreen

/// The plane of a variational auto-encoder: the normal latents that samples come from, and the data.
struct VAEPlane: MethodPlane {
  /// A particle goes from its latent to its mean and on to its place: all of its way.
  let trail = PlaneTrails.Length(bright: 4, whole: 4)

  func world(of laboratory: Laboratory) -> PlaneFit.World {
    let latents = WorldBox(around: .zero, reach: 3)
    return PlaneFit.World(
      of: laboratory.mixture, and: latents,
      noise: .prior(
        extent: 1.1 * max(3, WorldBox(of: laboratory.mixture, reach: 2.5).farthest)))
  }

  /// The exact score, at the data's end: on the way there is none.
  func pulls(at places: [Point], _ marginal: Marginal?, _ state: AppState) -> [Point] {
    state.view.field == .exact
      ? DiffusionPlane().pulls(at: places, marginal, state) : places.map { _ in .zero }
  }

  func unitOfPulls(_ state: AppState, _ glyphs: Glyphs) -> String {
    DiffusionPlane().unitOfPulls(state, glyphs)
  }

  func error(_ marginal: Marginal, _ state: AppState) -> (@Sendable ([Point]) -> [Double])? { nil }
  func fieldWithoutCurl(_ state: AppState) -> CurlMap.Field? { nil }
  func cleanPosterior(_ state: AppState) -> GaussianMixture? { nil }
}
