import Diffusion

/// What the network of a method may be asked to learn, where there is a choice.
///
/// The command for it asks the method in hand, so that there is one way to say it.
struct MethodObjectives: Sendable {
  /// The objectives as rows of a list, by the commands for them.
  let rows: [Picker.Row]
  /// Their names.
  let names: [String]
  /// What each is, in a line.
  let remark: @Sendable (_ name: String) -> String?
  /// The one in use.
  let current: @Sendable (Experiment) -> String?
  /// The experiment with another one, or why there is none of that name.
  let choosing: @Sendable (_ name: String, _ experiment: Experiment) throws -> Experiment

  /// - Parameters:
  ///   - current: the one in use; nil of an experiment of another method.
  ///   - change: puts another one in its place.
  init<Objective: Choice>(
    of family: Objective.Type, current: @escaping @Sendable (Experiment) -> Objective?,
    change: @escaping @Sendable (Objective, inout Experiment) -> Void
  ) {
    rows = Objective.allCases.map { objective in
      Picker.Row(
        id: "set objective \(objective.id)", title: "objective: \(objective.title)",
        summary: objective.summary)
    }
    names = Objective.allCases.map(\.id)
    remark = { name in Objective.allCases.first { $0.id == name }?.summary }
    self.current = { current($0)?.id }
    choosing = { name, experiment in
      let objective = try Objective.named(name)
      var changed = experiment
      change(objective, &changed)
      return changed
    }
  }
}

extension Command {
  /// What the network in hand is asked for.
  static let objective = Command(
    "set objective", "NAME", example: "shortcut",
    "what a network of jumps or energies is asked for",
    choices: { $0.words.offers.objectives?.names ?? [] },
    remark: { value, state in state.words.offers.objectives?.remark(value) },
    current: { state in state.words.offers.objectives.flatMap { $0.current(state.experiment) } }
  ) { value, state in
    guard let objectives = state.words.offers.objectives else {
      let others = MethodScreen.all.filter { $0.offers.objectives != nil }.map(\.method.id)
      throw CommandError(
        "there is one objective for \(state.experiment.method.id); \(others.joined(separator: " and "))"
          + " have several")
    }
    return [.experiment(.change(try objectives.choosing(value, state.experiment)))]
  }
}
