import Diffusion
import TextScreen

/// The plane of hierarchical variational auto-encoders: as that of a diffusion, whose score the decoder
/// behind a fixed encoder knows.
struct HierarchicalVAEPlane: NoisingPlane {
  var trail: PlaneTrails.Length { DiffusionPlane().trail }

  func denoiser(_ state: AppState) -> (any Denoiser)? {
    guard let own = state.levelNetworks, !own.isEncoderLearned else { return nil }
    return LevelDenoiser(own)
  }
}

extension AppState {
  /// The networks that are shown; nil before the first report, and of other methods.
  var levelNetworks: HierarchicalAutoEncoder? {
    guard let stage = stage.method as? HierarchicalVAEStage else { return nil }
    let shown = (training.shownWeights as? HierarchicalVAEWeights).map {
      HierarchicalVAEModel($0, of: stage.process).own
    }
    return (shown ?? (self.stage.model as? HierarchicalVAEModel)?.own)?.networks
  }
}
