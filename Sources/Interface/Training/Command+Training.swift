import Diffusion

/// What can be said about the model and its training.
extension Command {
  static let model: [Command] = [
    Command(
      "model", "KIND", example: "exact", "the closed-form answer or the network",
      choices: { _ in ModelSpecification.Kind.allCases.map(\.rawValue) }
    ) { value, state in
      let wanted = try member(value, of: ModelSpecification.Kind.self, called: "model")
      return state.experiment.model.kind == wanted ? [] : [.training(.toggleModel)]
    },
    Command(
      "train", "on|off|fresh", example: "off", "train, pause, or begin again",
      choices: { _ in trainings }
    ) {
      value, state in
      switch value {
      case "fresh": return [.training(.restartTraining)]
      case "on", "off":
        return (value == "on") == (state.training.activity == .running)
          ? [] : [.training(.toggleTraining)]
      default:
        throw UnknownName(name: value, family: "training", known: trainings)
      }
    },
  ]

  private static let trainings = ["on", "off", "fresh"]
}
