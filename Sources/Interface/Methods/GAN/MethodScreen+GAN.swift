import Diffusion
import TextScreen

extension MethodScreen {
  static let gan = MethodScreen.atOnce(
    .gan, predictor: "generator",
    forward: RunWords(short: "to latents", long: "Forward, to latents"),
    reverse: RunWords(short: "generating", long: "Reverse, generating of latents"),
    way: "by the exact map", maker: "generator", start: "normal latents", name: "generator",
    plane: GANPlane(), comparison: .gan,
    offers: MethodOffers(
      commands: Command.gan,
      ways: { $0.experiment.adversaries == nil ? [] : Picker.stabilizers },
      panels: [.discriminator], figures: LessonFigure.gan),
    stage: { GANStage($0, replacing: $1) })
}

extension ComparisonWords {
  static let gan = ComparisonWords.ofSettings(
    GANSettings.self, named: "gan",
    families: [
      ContrastFamily(of: GANStabilizer.self) { $0.adversaries = GANSettings(stabilizer: $1) }
    ], telling: { [$0.stabilizer.id] })
}

extension Command {
  /// What keeps the game calm.
  static let gan = [
    Command(
      "set stabilizer", "NAME", example: "r1", "what keeps the two networks of gan from collapse",
      choices: { $0.experiment.adversaries == nil ? [] : GANStabilizer.allCases.map(\.id) },
      remark: { value, _ in GANStabilizer.allCases.first { $0.id == value }?.summary },
      current: { $0.experiment.adversaries?.stabilizer.id }
    ) { value, state in
      guard state.experiment.adversaries != nil else {
        throw CommandError("only gan has a stabilizer; 'preset gan' shows it")
      }
      var changed = state.experiment
      changed.adversaries?.stabilizer = try GANStabilizer.named(value)
      return [.experiment(.change(changed))]
    }
  ]
}

extension Picker {
  /// The stabilizers, by the commands for them.
  static let stabilizers = GANStabilizer.allCases.map { stabilizer in
    Row(
      id: "set stabilizer \(stabilizer.id)", title: "stabilizer: \(stabilizer.title)",
      summary: stabilizer.summary)
  }
}
