import Diffusion
import TextScreen

extension MethodScreen {
  static let latent = MethodScreen.noising(
    .latent, predictor: "noise predictor",
    reverse: RunWords(short: "denoising", long: "Reverse, denoising"),
    way: { _ in "by the principal components" }, curl: "the field of latents is not drawn",
    tilted: "nothing is tilted here", plane: LatentPlane(),
    comparison: ComparisonWords(
      difference: { experiment, other in
        guard let settings = experiment.methodSettings as? LatentSettings else { return [] }
        guard let others = other.methodSettings as? LatentSettings else { return ["latent"] }
        return (settings.prompt == others.prompt ? [] : ["\"\(settings.prompt)\""])
          + (settings.generator == others.generator ? [] : [settings.generator.rawValue])
          + (settings.encoder == others.encoder ? [] : [settings.encoder.rawValue])
      }, changes: { _, _ in ["latent pictures"] }),
    offers: MethodOffers(
      commands: Command.latent, studies: [.blindSpots], prompt: .latent,
      panels: [.pictures, .region, .coding, .matching, .blindSpots],
      figures: LessonFigure.latent),
    stage: { LatentStage($0, replacing: $1) })
}
