import Diffusion
import TextScreen

/// The plane of a GAN: the normal latents that samples come from, the data, and what the discriminator
/// says of places.
struct GANPlane: MethodPlane {
  /// A particle goes from its latent to its place at once.
  let trail = PlaneTrails.Length(bright: 2, whole: 2)

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

  func verdict(_ state: AppState) -> (@Sendable ([Point]) -> [Double])? {
    guard let networks = state.adversarialNetworks else { return nil }
    return { networks.verdicts(at: $0) }
  }
}

extension AppState {
  /// The networks that are shown; nil before the first report, and of other methods.
  var adversarialNetworks: AdversarialNetworks? {
    (training.shownWeights as? GANWeights ?? (stage.model as? GANModel)?.own)?.networks
  }
}
