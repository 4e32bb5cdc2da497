import Diffusion

extension Command {
  static let model: [Command] = [
    Command(
      "model", "KIND", "the closed-form answer or the network",
      choices: { _ in ModelSpecification.Kind.allCases.map(\.rawValue) }
    ) { value, state in
      let wanted = try member(value, of: ModelSpecification.Kind.self, called: "model")
      return state.experiment.model.kind == wanted ? [] : [.training(.toggleModel)]
    },
    Command("train", "on|off|fresh", "train, pause, or begin again", choices: { _ in trainings }) {
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

  static let trainingTime: [Command] = [
    Command(
      "training", "STEP|now", "the network as it was after so many steps",
      choices: { _ in ["now"] }
    ) { value, _ in
      value == "now"
        ? [.trainingTime(.rewind(to: .max))] : [.trainingTime(.rewind(to: try whole(value)))]
    },
    Command("redraw", "on|off", "samples anew from fixed noise while training", choices: onOrOff) {
      try switched($0) == $1.playback.redraws ? [] : [.trainingTime(.toggleRedraw)]
    },
    Command("resume", "train on from the earlier network that is shown") { _ in
      [.trainingTime(.trainFromHere)]
    },
  ]

  private static let trainings = ["on", "off", "fresh"]

  static let experiment: [Command] = [
    family("set distribution", "the data", Distribution.self) { experiment, member in
      experiment.setDistribution(.named(member))
      experiment.title = member.title
    },
    Command(
      "set standardize", "on|off|auto", "diffuse the data at mean 0 and unit spread",
      choices: { _ in ["on", "off", "auto"] }
    ) { value, state in
      var changed = state.experiment
      changed.standardize = value == "auto" ? nil : try switched(value)
      return [.experiment(.change(changed))]
    },
    family("set schedule", "how noise is added", ScheduleKind.self) { experiment, member in
      experiment.schedule = experiment.schedule.changed(to: member)
    },
    family("set sampler", "how samples are drawn", Sampler.self) { $0.sampler.kind = $1 },
    family("set grid", "where the sampling steps fall", GridKind.self) { $0.sampler.grid = $1 },
    family("set predicts", "what the network predicts", Parameterization.self) {
      $0.model.network.predicts = $1
    },
    setting("set steps", "N", "how many sampling steps") { $0.sampler.steps = try whole($1) },
    setting("set timesteps", "T", "how many noising steps") { $0.setTimesteps(try whole($1)) },
    setting("set particles", "N", "how many points are shown") { $0.particles = try whole($1) },
    setting("set seed", "N", "the seed of everything that is drawn") { experiment, value in
      guard let seed = UInt64(value) else {
        throw CommandError("'\(value)' is no seed: a whole number from 0 up")
      }
      experiment.seed = seed
    },
    setting("set batch", "N", "samples for each training step") {
      $0.training.batch = try whole($1)
    },
    setting("set rate", "X", "the highest learning rate") { $0.training.rate = try number($1) },
    setting("set eta", "X", "the noise of DDIM, from 0 to 1") {
      $0.sampler.options.eta = try number($1)
    },
    setting("set title", "WORDS", "what the experiment is called") { $0.title = $1 },
    Command(
      "preset", "NAME", "open a preset", choices: { $0.library.presets.map(\.name) },
      remark: { name, state in state.library.presets.first { $0.name == name }?.summary }
    ) { value, state in
      guard let preset = state.library.presets.first(where: { $0.name == value }) else {
        throw UnknownName(name: value, family: "preset", known: state.library.presets.map(\.name))
      }
      switch preset.content {
      case .success(let experiment): return [.experiment(.change(experiment))]
      case .failure(let fault): throw CommandError(fault.message)
      }
    },
    Command(
      "compare", "ONE OTHER", "two experiments side by side: exact learned, steps 10 100, off",
      choices: comparisons
    ) { value, state in
      let words = value.split(separator: " ").map(String.init)
      if words == [Picker.noComparison] {
        return state.isComparing ? [.comparison(.show(nil))] : []
      }
      return [
        .comparison(
          .show(try Contrast(words, of: state.experiment, presets: state.library.presets)))
      ]
    },
    Command("side", "A|B", "the side of the comparison that is edited", choices: sides) {
      value, state in
      guard let wanted = Side(rawValue: value.uppercased()) else {
        throw UnknownName(name: value, family: "side", known: Side.allCases.map(\.rawValue))
      }
      return wanted == state.side && state.isComparing ? [] : [.comparison(.turnToOtherSide)]
    },
    Command(
      "chart", "on|off|SAMPLERS", "quality by steps: chart ddim heun plms",
      choices: { _ in ["on", "off", "ddim heun dpmpp-2m"] }
    ) { value, state in
      let isPending = state.studies.isPending(.chart)
      switch value {
      case "on": return isPending ? [] : [.studies(.toggle(.chart))]
      case "off": return isPending ? [.studies(.toggle(.chart))] : []
      default:
        return [
          .studies(.chart(try value.split(separator: " ").map { try Sampler.named(String($0)) }))
        ]
      }
    },
    Command("budget", "on|off", "where the error of the samples comes from", choices: onOrOff) {
      try switched($0) == $1.studies.isPending(.budget) ? [] : [.studies(.toggle(.budget))]
    },
    Command("point", "TIME BETA", "puts the selected control point or end there") { value, state in
      let numbers = try value.split(separator: " ").map { try number(String($0)) }
      guard numbers.count == 2 else {
        throw CommandError("'\(value)' is no place; say a time and a beta, such as 0.5 0.01")
      }
      return [.schedule(.placeHandle(Point(numbers[0], numbers[1])))]
    },
    Command("add point", "one control point more") { _ in [.schedule(.addHandle)] },
    Command("delete point", "the selected control point away") { _ in [.schedule(.deleteHandle)] },
    Command("undo", "take the last edit back") { _ in [.experiment(.undo)] },
    Command("redo", "make it again") { _ in [.experiment(.redo)] },
  ]

  private static let sides: @Sendable (AppState) -> [String] = { _ in
    Side.allCases.map(\.rawValue)
  }

  private static let comparisons: @Sendable (AppState) -> [String] = { state in
    [Picker.noComparison] + ContrastPreset.allCases.map(\.words)
      + state.library.presets.map { "preset \($0.name)" }
  }

  private static func setting(
    _ name: String, _ value: String, _ summary: String,
    _ change: @escaping @Sendable (inout Experiment, String) throws -> Void
  ) -> Command {
    Command(name, value, summary) { value, state in
      var changed = state.experiment
      try change(&changed, value)
      return [.experiment(.change(changed))]
    }
  }

  private static func family<Family: Choice>(
    _ name: String, _ summary: String, _ family: Family.Type,
    _ change: @escaping @Sendable (inout Experiment, Family) throws -> Void
  ) -> Command {
    Command(
      name, "NAME", summary, choices: { _ in family.allCases.map(\.id) },
      remark: { name, _ in (try? family.named(name))?.summary }
    ) { value, state in
      var changed = state.experiment
      try change(&changed, try family.named(value))
      return [.experiment(.change(changed))]
    }
  }
}
