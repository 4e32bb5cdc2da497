import Diffusion
import TextScreen

/// The plane of a GAN: the normal latents that samples come from, the data, and what the discriminator
/// says of places.
struct GANPlane: AtOncePlane {
  /// A particle goes from its latent to its place at once.
  let trail = PlaneTrails.Length(bright: 2, whole: 2)

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
