import Diffusion
import TextScreen

extension MethodScreen {
  static let gan = MethodScreen(
    method: .gan, field: "score", predictor: "generator",
    forward: RunWords(short: "to latents", long: "Forward, to latents"),
    reverse: RunWords(short: "generating", long: "Reverse, generating of latents"),
    forwardWay: { _ in "by the exact map" },
    level: { _ in "nothing is noised" },
    labels: ("labels", "colour: the label"),
    curl: ("curl", "|curl|", "ground: a generator has no curl of its own"),
    tiltedHere: "ground: nothing is tilted here",
    lobes: "p(x0 | x_t)", wrongStart: "start from normal latents", name: { _ in "generator" },
    plane: GANPlane(), comparison: .gan,
    offers: MethodOffers(
      commands: Command.gan,
      ways: { $0.experiment.adversaries == nil ? [] : Picker.stabilizers },
      panels: [.discriminator]),
    watched: { laboratory in
      let steps = min(mostStops, laboratory.schedule.timesteps)
      return laboratory.visiting(GridKind.trailing.grid(on: laboratory.schedule, steps: steps))
    }, stage: staged)

  /// In so many stretches all particles have their turn, so that it can be watched.
  private static let mostStops = 100

  private static func staged(
    _ laboratory: Laboratory, _ before: (any StagedMethod)?
  ) -> any StagedMethod {
    guard let staged = GANStage(laboratory, replacing: before) else {
      preconditionFailure("an experiment of this method has a generator")
    }
    return staged
  }
}

extension ComparisonWords {
  static let gan = ComparisonWords(
    families: [
      ContrastFamily(of: GANStabilizer.self) { $0.adversaries = GANSettings(stabilizer: $1) }
    ],
    difference: { experiment, other in
      guard let own = experiment.adversaries, own != other.adversaries else { return [] }
      return (other.adversaries == nil ? ["gan"] : []) + [own.stabilizer.id]
    }, namesSampler: true,
    changes: { experiment, _ in experiment.adversaries.map { [$0.stabilizer.id] } ?? [] })
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
