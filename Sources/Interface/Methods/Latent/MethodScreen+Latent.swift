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
        return (settings.prompt == others.prompt ? [] : ["\"\(settings.prompt)\""])
          + (settings.generator == others.generator ? [] : [settings.generator.rawValue])
          + (settings.encoder == others.encoder ? [] : [settings.encoder.rawValue])
      }, changes: { _, _ in ["latent pictures"] }),
    offers: MethodOffers(
      commands: Command.latent, prompt: .latent, panels: [.pictures, .coding, .matching],
      figures: LessonFigure.latent),
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
