import Diffusion
import TextScreen

extension MethodScreen {
  static let energy = MethodScreen(
    method: .energy, field: "score", predictor: "energy",
    forward: RunWords(short: "noising", long: "Forward, noising"),
    reverse: RunWords(short: "walking", long: "Reverse, by Langevin steps in the landscape"),
    forwardWay: { $0.way.rawValue },
    level: { level in
      "alpha-bar \(Text.short(level.alphaBar)), log-SNR \(Text.short(level.logSNR))"
    },
    labels: ("labels", "colour: the label"),
    curl: (
      "curl", "|curl|", "ground: curl of the learned field, which is a gradient and has none"
    ),
    tiltedHere: "ground: the tilted densities of this level, which no chain walks in",
    lobes: "p(x0 | x_t)", wrongStart: "start from pure noise", name: { $0.title },
    plane: EnergyPlane(), comparison: .energy,
    offers: MethodOffers(
      commands: Command.energy,
      ways: { $0.experiment.energy == nil ? [] : objectives.rows }, objectives: objectives,
      figures: LessonFigure.energy),
    stage: staged)

  private static let objectives = MethodObjectives(
    of: EnergyObjective.self, current: { $0.energy?.objective }
  ) { objective, experiment in experiment.energy?.objective = objective }

  private static func staged(
    _ laboratory: Laboratory, _ before: (any StagedMethod)?
  ) -> any StagedMethod {
    guard let staged = EnergyStage(laboratory, replacing: before) else {
      preconditionFailure("an experiment of this method has an energy")
    }
    return staged
  }
}

extension ComparisonWords {
  static let energy = ComparisonWords(
    families: [
      ContrastFamily(of: EnergyObjective.self) { $0.energy?.objective = $1 }
    ],
    difference: { experiment, other in
      guard let energy = experiment.energy, energy != other.energy else { return [] }
      return (other.energy == nil ? ["energy"] : []) + [energy.objective.id]
        + (energy.isMetropolis ? ["MALA"] : [])
    }, namesSampler: true,
    changes: { experiment, _ in experiment.energy.map { [$0.objective.id] } ?? [] })
}

extension Command {
  /// Whether steps may be refused.
  static let energy = [
    Command(
      "set metropolis", "true|false", example: "false",
      "whether a Langevin step of energy may be refused, so that chains draw from the very density",
      choices: { $0.experiment.energy == nil ? [] : truths },
      current: { $0.experiment.energy.map { "\($0.isMetropolis)" } }
    ) { value, state in
      guard state.experiment.energy != nil else {
        throw CommandError("only energy refuses steps; 'preset energy' shows it")
      }
      guard let known = Spelling.known(value, among: truths) else {
        throw UnknownName(name: value, family: "truth", known: truths)
      }
      var changed = state.experiment
      changed.energy?.isMetropolis = known == truths[0]
      return [.experiment(.change(changed))]
    }
  ]

  private static let truths = ["true", "false"]
}
