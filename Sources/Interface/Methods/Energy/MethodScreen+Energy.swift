import Diffusion
import TextScreen

extension MethodScreen {
  static let energy = MethodScreen.noising(
    .energy, predictor: "energy",
    reverse: RunWords(short: "walking", long: "Reverse, by Langevin steps in the landscape"),
    curl: "curl of the learned field, which is a gradient and has none",
    tilted: "the tilted densities of this level, which no chain walks in",
    plane: EnergyPlane(), comparison: .energy,
    offers: MethodOffers(
      commands: Command.energy,
      ways: { $0.experiment.energy == nil ? [] : objectives.rows }, objectives: objectives,
      figures: LessonFigure.energy),
    stage: { EnergyStage($0, replacing: $1) })

  private static let objectives = MethodObjectives(
    of: EnergyObjective.self, current: { $0.energy?.objective }
  ) { objective, experiment in experiment.energy?.objective = objective }
}

extension ComparisonWords {
  static let energy = ComparisonWords.ofSettings(
    EnergySettings.self, named: "energy",
    families: [ContrastFamily(of: EnergyObjective.self) { $0.energy?.objective = $1 }],
    telling: { [$0.objective.id] }, andApart: { $0.isMetropolis ? ["MALA"] : [] })
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
