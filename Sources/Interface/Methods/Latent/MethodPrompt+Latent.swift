import Diffusion

extension MethodPrompt {
  /// What is asked of latent pictures, such as `red seven not bold`.
  static let latent = MethodPrompt(
    text: { settings(of: $0)?.prompt ?? "" },
    weight: { settings(of: $0)?.promptWeight ?? 1 },
    weights: LatentSettings.promptWeights,
    words: { settings(of: $0)?.vocabulary.words ?? [] },
    asking: { text, experiment in
      try changing(experiment) { settings in
        _ = try PicturePrompt(text, in: settings.vocabulary)
        settings.prompt = text
      }
    },
    weighing: { weight, experiment in
      changing(experiment) { $0.promptWeight = weight }
    })

  private static func settings(of experiment: Experiment) -> LatentSettings? {
    experiment.methodSettings as? LatentSettings
  }

  private static func changing(
    _ experiment: Experiment, _ change: (inout LatentSettings) throws -> Void
  ) rethrows -> Experiment {
    guard var settings = settings(of: experiment) else { return experiment }
    try change(&settings)
    var changed = experiment
    changed.methodSpecification = MethodSpecification(settings)
    return changed
  }
}
