import Diffusion
import TextScreen

extension MethodScreen {
  static let flowMap = MethodScreen.noising(
    .flowMap, predictor: "jumps",
    reverse: RunWords(short: "jumping", long: "Reverse, by jumps to the data"),
    tilted: "the tilted densities of this level, which no jump is made for",
    name: { _ in "jumps" }, plane: FlowMapPlane(), comparison: .flowMap,
    offers: MethodOffers(
      commands: Command.jumps, ways: { $0.experiment.jumps == nil ? [] : objectives.rows },
      objectives: objectives, figures: LessonFigure.flowMap),
    stage: { FlowMapStage($0, replacing: $1) })

  private static let objectives = MethodObjectives(
    of: FlowMapObjective.self, current: { $0.jumps?.objective }
  ) { objective, experiment in experiment.jumps = FlowMapSettings(objective: objective) }
}

extension ComparisonWords {
  static let flowMap = ComparisonWords.ofSettings(
    FlowMapSettings.self, named: "flow map",
    families: [
      ContrastFamily(of: FlowMapObjective.self) { $0.jumps = FlowMapSettings(objective: $1) }
    ], telling: { [$0.objective.id] })
}

extension Command {
  /// From whom jumps are learned.
  static let jumps = [
    Command(
      "set teacher", "exact|none", example: "exact", "who leads the ways that jumps are learned on",
      choices: { $0.experiment.jumps == nil ? [] : teachers },
      current: { state in
        switch state.experiment.jumps?.teacher {
        case nil, .network: nil
        case .exact: teachers[0]
        case .nobody: teachers[1]
        }
      }
    ) { value, state in
      guard let known = Spelling.known(value, among: teachers) else {
        throw UnknownName(name: value, family: "teacher", known: teachers)
      }
      guard var jumps = state.experiment.jumps else {
        throw CommandError("only flow-map learns jumps; 'preset flow-map' shows it")
      }
      jumps.teacher = known == teachers[0] ? .exact : .nobody
      var changed = state.experiment
      changed.jumps = jumps
      return [.experiment(.change(changed))]
    }
  ]

  private static let teachers = ["exact", "none"]
}
