import Diffusion
import TextScreen

extension MethodScreen {
  static let diffusion = MethodScreen.noising(
    .diffusion, predictor: "noise predictor",
    reverse: RunWords(short: "denoising", long: "Reverse, denoising"),
    tilted: "the tilted densities of this level, whose score is followed",
    lobes: "p(x0 | x_t), p(x_t-1 | x_t)", plane: DiffusionPlane(),
    comparison: ComparisonWords(
      difference: { $0.method == $1.method ? [] : [$0.method.id] },
      changes: { _, _ in ["the standard prior"] }),
    offers: MethodOffers(
      commands: Command.bound, studies: [.variationalBound, .learnedSchedule], panels: [.bound],
      figures: LessonFigure.bound),
    stage: { DiffusionStage($0, replacing: $1) })
}
