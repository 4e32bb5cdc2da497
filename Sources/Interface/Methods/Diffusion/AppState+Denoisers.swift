import Diffusion

extension AppState {
  /// The exact model of the experiment's distribution.
  public var exactDenoiser: ExactDenoiser { stage.laboratory.exactDenoiser }

  /// The network that is shown, usually as it is now; nil before the first report and where networks
  /// are no denoisers.
  public var learnedDenoiser: LearnedDenoiser? {
    training.shownWeights.flatMap {
      stage.method.model($0, in: stage.laboratory).learnedDenoiser
    }
  }
}

extension Stage {
  /// The denoiser that a run asks; the exact one of the data where it asks something else.
  var denoiser: any Denoiser { (model as? DenoisingModel)?.denoiser ?? laboratory.exactDenoiser }
}
