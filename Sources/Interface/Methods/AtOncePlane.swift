import Diffusion
import TextScreen

/// The plane of a method that makes every sample at once: what samples are made of, and the data.
protocol AtOncePlane: MethodPlane {
  /// Where the starts of runs lie.
  var starts: WorldBox { get }
}

extension AtOncePlane {
  /// A particle goes to its place in at most two steps: all of its way.
  var trail: PlaneTrails.Length { PlaneTrails.Length(bright: 4, whole: 4) }

  /// Normal latents.
  var starts: WorldBox { WorldBox(around: .zero, reach: 3) }

  func world(of laboratory: Laboratory) -> PlaneFit.World {
    let data = WorldBox(of: laboratory.mixture, reach: 2.5).farthest
    return PlaneFit.World(
      of: laboratory.mixture, and: starts,
      noise: .prior(extent: 1.1 * max(starts.farthest, data)))
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
