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
      commands: Command.jumps, ways: { $0.experiment.jumps == nil ? [] : Picker.objectives }),
    stage: staged)

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
  /// How jumps are learned, and from whom.
  static let jumps = [
    Command(
      "set objective", "NAME", "what a network of jumps is asked for",
      choices: { $0.experiment.jumps == nil ? [] : FlowMapObjective.allCases.map(\.id) },
      remark: { value, _ in FlowMapObjective.allCases.first { $0.id == value }?.summary },
      current: { $0.experiment.jumps?.objective.id }
    ) { value, state in
      let objective = try FlowMapObjective.named(value)
      return try changing(state) { $0 = FlowMapSettings(objective: objective) }
    },
    Command(
      "set teacher", "exact|none", "who leads the ways that jumps are learned on",
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
      return try changing(state) { $0.teacher = known == teachers[0] ? .exact : .nobody }
    },
  ]

  private static let teachers = ["exact", "none"]

  private static func changing(
    _ state: AppState, _ change: (inout FlowMapSettings) -> Void
  ) throws -> [Action] {
    guard var jumps = state.experiment.jumps else {
      throw CommandError("only flow-map learns jumps; 'preset flow-map' shows it")
    }
    change(&jumps)
    var changed = state.experiment
    changed.jumps = jumps
    return [.experiment(.change(changed))]
  }
}

extension Picker {
  /// The objectives, by the commands for them.
  static let objectives = FlowMapObjective.allCases.map { objective in
    Row(
      id: "set objective \(objective.id)", title: "objective: \(objective.title)",
      summary: objective.summary)
  }
}
