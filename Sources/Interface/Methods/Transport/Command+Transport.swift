import Diffusion

extension Command {
  /// Where samples come from, and the way from there to the data.
  static let priors: [Command] = [
    edit(
      "set prior", "NAME|none", example: "opposite",
      "a prior for every label, or none: the standard normal",
      choices: { state in
        state.stage.laboratory.mixture.labels.count > 1
          ? Arrangement.allCases.map(\.id) + (state.isTransport ? [noPrior] : []) : []
      },
      remark: { (try? Arrangement.named($0))?.summary ?? "the standard normal: diffusion" }
    ) { experiment, value in
      if value == noPrior {
        experiment.setPrior(nil)
      } else {
        try experiment.arrange(.named(value))
      }
    },
    edit(
      "set path", "NAME", example: "shifted-vp", "the way between a start and its clean point",
      choices: { onTransports(TransportPath.allCases.map(\.rawValue), $0) }
    ) { experiment, value in
      let path = try member(value, of: TransportPath.self, called: "path")
      try experiment.changeTransport { _ in }
      experiment.schedule = experiment.schedule.changed(to: path.schedule)
    },
    edit(
      "set coupling", "NAME", example: "label", "which start belongs to which clean point",
      choices: { onTransports(Coupling.allCases.map(\.id), $0) },
      remark: { (try? Coupling.named($0))?.summary }
    ) { $0.couple(try .named($1)) },
    edit(
      "set solver", "ode|sde", example: "sde", "the velocity alone, or with noise on the way",
      choices: { _ in TransportEquation.allCases.map(\.rawValue) }
    ) { $0.solve(try member($1, of: TransportEquation.self, called: "solver")) },
    edit(
      "set repair", "NAME", example: "assignment", "what keeps the classes apart on the way",
      choices: { onTransports(TransportRepair.allCases.map(\.id), $0) },
      remark: { (try? TransportRepair.named($0))?.summary }
    ) { experiment, value in
      let repair = try TransportRepair.named(value)
      try experiment.changeTransport { $0.repair = repair }
    },
    edit(
      "set label-passed", "on|off", example: "on",
      "whether the model is told the label at every step",
      choices: { onTransports(["on", "off"], $0) }
    ) { experiment, value in
      let isPassed = try switched(value)
      try experiment.changeTransport { $0.isLabelPassed = isPassed }
    },
    edit("set diffusion", "G", example: "0.5", "how much noise the SDE adds on the way") {
      experiment, value in
      let diffusion = try number(value)
      try experiment.changeTransport { $0.diffusion = diffusion }
    },
    Command("prior", "LABEL X Y [STD]", example: "north 1 2 0.5", "puts the prior of a label there")
    { value, state in
      [.priors(.placePrior(try prior(value, in: state)))]
    },
    Command("reflow", "learn anew the pairs that the network joins: straighter ways") { _ in
      [.priors(.reflow)]
    },
  ]

  private static let noPrior = "none"

  private static func edit(
    _ name: String, _ value: String, example: String, _ summary: String,
    choices: @escaping @Sendable (AppState) -> [String] = { _ in [] },
    remark: @escaping @Sendable (_ value: String) -> String? = { _ in nil },
    _ change: @escaping @Sendable (inout Experiment, String) throws -> Void
  ) -> Command {
    Command(
      name, value, example: example, summary, choices: choices,
      remark: { value, _ in remark(value) }
    ) {
      value, state in
      var changed = state.experiment
      try change(&changed, value)
      return [.experiment(.change(changed))]
    }
  }

  private static func onTransports(_ values: [String], _ state: AppState) -> [String] {
    state.isTransport ? values : []
  }

  /// A label, a place and perhaps a width; the width stays where it is not said.
  private static func prior(_ text: String, in state: AppState) throws -> LabelPrior {
    let words = text.split(separator: " ").map(String.init)
    if let reason = state.noPriors { throw CommandError(reason) }
    let priors = state.experiment.labelPriors
    // Labels may have blanks in them, and one may begin as another does.
    let named = priors.filter { prior in
      words.starts(with: prior.label.split(separator: " ").map(String.init))
    }
    guard var prior = named.max(by: { $0.label.count < $1.label.count }) else {
      let name = words.prefix { Double($0) == nil }.joined(separator: " ")
      throw UnknownName(name: name, family: "label", known: priors.map(\.label))
    }
    let numbers = try words.dropFirst(prior.label.split(separator: " ").count).map(number)
    guard (2...3).contains(numbers.count) else {
      throw CommandError(
        "say a label, a place and perhaps a width, such as \(prior.label) 1 2 0.5")
    }
    prior.mean = Point(numbers[0], numbers[1])
    if numbers.count == 3 { prior.deviation = numbers[2] }
    return prior
  }
}
