import Diffusion
import TextScreen

extension MethodScreen {
  static let latent = MethodScreen(
    method: .latent, field: "score", predictor: "noise predictor",
    forward: RunWords(short: "noising", long: "Forward, noising"),
    reverse: RunWords(short: "denoising", long: "Reverse, denoising"),
    forwardWay: { _ in "by the principal components" },
    level: { level in
      "alpha-bar \(Text.short(level.alphaBar)), log-SNR \(Text.short(level.logSNR))"
    },
    labels: ("labels", "colour: the label"),
    curl: ("curl", "|curl|", "ground: the field of latents is not drawn"),
    tiltedHere: "ground: nothing is tilted here",
    lobes: "p(x0 | x_t)", wrongStart: "start from pure noise", name: { $0.title },
    plane: LatentPlane(),
    comparison: ComparisonWords(
      difference: { experiment, other in
        guard let settings = experiment.methodSettings as? LatentSettings else { return [] }
        guard let others = other.methodSettings as? LatentSettings else { return ["latent"] }
        return settings.prompt == others.prompt ? [] : ["\"\(settings.prompt)\""]
      }, changes: { _, _ in ["latent pictures"] }),
    offers: MethodOffers(
      commands: Command.latent, panels: [.pictures]),
    stage: staged)

  private static func staged(
    _ laboratory: Laboratory, _ before: (any StagedMethod)?
  ) -> any StagedMethod {
    guard let staged = LatentStage(laboratory, replacing: before) else {
      preconditionFailure("an experiment of this method has pictures")
    }
    return staged
  }
}

extension Command {
  /// What is asked of latent pictures.
  static let latent = [
    Command(
      "set prompt", "WORDS", example: "red seven",
      "what is asked of latent pictures, such as red seven not bold",
      choices: { state in
        (state.experiment.methodSettings as? LatentSettings)?.vocabulary.words ?? []
      },
      current: { ($0.experiment.methodSettings as? LatentSettings)?.prompt }
    ) { value, state in
      try state.changedLatent { settings in
        do throws(PictureError) {
          _ = try PicturePrompt(value, in: settings.vocabulary)
        } catch {
          throw CommandError(error.description)
        }
        settings.prompt = value
      }
    },
    Command(
      "set prompt-weight", "W", example: "3",
      "how far to go to the prompt's own estimate: 1 is there",
      choices: { _ in [] },
      current: { state in
        (state.experiment.methodSettings as? LatentSettings).map { Text.short($0.promptWeight) }
      }
    ) { value, state in
      try state.changedLatent { settings in
        guard let weight = Double(value), LatentSettings.promptWeights.contains(weight) else {
          throw CommandError(
            "prompt-weight must be from 0 to \(Text.short(LatentSettings.promptWeights.upperBound)),"
              + " not '\(value.excerpt)'")
        }
        settings.promptWeight = weight
      }
    },
  ]
}

extension AppState {
  fileprivate func changedLatent(
    _ change: (inout LatentSettings) throws -> Void
  ) throws -> [Action] {
    guard var settings = experiment.methodSettings as? LatentSettings else {
      throw CommandError("only latent pictures are asked for like this; 'preset latent' shows them")
    }
    try change(&settings)
    var changed = experiment
    changed.methodSpecification = MethodSpecification(settings)
    return [.experiment(.change(changed))]
  }
}
