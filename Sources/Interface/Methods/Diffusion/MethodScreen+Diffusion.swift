import Diffusion
import TextScreen

extension MethodScreen {
  static let diffusion = MethodScreen(
    method: .diffusion, field: "score", predictor: "noise predictor",
    forward: RunWords(short: "noising", long: "Forward, noising"),
    reverse: RunWords(short: "denoising", long: "Reverse, denoising"),
    forwardWay: { $0.way.rawValue },
    level: { level in
      "alpha-bar \(Text.short(level.alphaBar)), log-SNR \(Text.short(level.logSNR))"
    },
    labels: ("labels", "colour: the label"),
    curl: (
      "curl", "|curl|",
      "ground: curl of the learned field, which should be none; every shade doubles it"
    ),
    tiltedHere: "ground: the tilted densities of this level, whose score is followed",
    lobes: "p(x0 | x_t), p(x_t-1 | x_t)", wrongStart: "start from pure noise",
    name: { $0.title }, plane: DiffusionPlane(),
    comparison: ComparisonWords(
      difference: { $0.method == $1.method ? [] : [$0.method.id] },
      changes: { _, _ in ["the standard prior"] }),
    offers: MethodOffers(
      commands: Command.bound, studies: [.variationalBound, .learnedSchedule], panels: [.bound]),
    stage: { DiffusionStage($0, replacing: $1) })
}
