import Diffusion
import TextScreen

/// The plane of inverse CDF sampling: the unit square that numbers come from, and the data.
struct InverseCDFPlane: MethodPlane {
  /// A particle goes along the axes: all of its way.
  let trail = PlaneTrails.Length(bright: 4, whole: 4)

  func world(of laboratory: Laboratory) -> PlaneFit.World {
    let square = WorldBox(around: Point(0.5, 0.5), reach: 0.5)
    return PlaneFit.World(
      of: laboratory.mixture, and: square,
      noise: .prior(extent: 1.1 * WorldBox(of: laboratory.mixture, reach: 2.5).farthest))
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
