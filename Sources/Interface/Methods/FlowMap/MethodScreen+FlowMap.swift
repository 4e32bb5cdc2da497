import Diffusion
import TextScreen

extension MethodScreen {
  static let flowMap = MethodScreen(
    method: .flowMap, field: "score", predictor: "jumps",
    forward: RunWords(short: "noising", long: "Forward, noising"),
    reverse: RunWords(short: "jumping", long: "Reverse, by jumps to the data"),
    forwardWay: { $0.way.rawValue },
    level: { level in
      "alpha-bar \(Text.short(level.alphaBar)), log-SNR \(Text.short(level.logSNR))"
    },
    labels: ("labels", "colour: the label"),
    curl: (
      "curl", "|curl|",
      "ground: curl of the learned field, which should be none; every shade doubles it"
    ),
    tiltedHere: "ground: the tilted densities of this level, which no jump is made for",
    lobes: "p(x0 | x_t)", wrongStart: "start from pure noise", name: { _ in "jumps" },
    plane: FlowMapPlane(), comparison: .flowMap,
    offers: MethodOffers(
      commands: Command.jumps, ways: { $0.experiment.jumps == nil ? [] : objectives.rows },
      objectives: objectives, figures: LessonFigure.flowMap),
    stage: staged)

  private static let objectives = MethodObjectives(
    of: FlowMapObjective.self, current: { $0.jumps?.objective }
  ) { objective, experiment in experiment.jumps = FlowMapSettings(objective: objective) }

  private static func staged(
    _ laboratory: Laboratory, _ before: (any StagedMethod)?
  ) -> any StagedMethod {
    guard let staged = FlowMapStage(laboratory, replacing: before) else {
      preconditionFailure("an experiment of this method jumps")
    }
    return staged
  }
}

extension ComparisonWords {
  static let flowMap = ComparisonWords(
    families: [
      ContrastFamily(of: FlowMapObjective.self) { $0.jumps = FlowMapSettings(objective: $1) }
    ],
    difference: { experiment, other in
      guard let jumps = experiment.jumps, jumps != other.jumps else { return [] }
      return (other.jumps == nil ? ["flow map"] : []) + [jumps.objective.id]
    }, namesSampler: true,
    changes: { experiment, _ in experiment.jumps.map { [$0.objective.id] } ?? [] })
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
