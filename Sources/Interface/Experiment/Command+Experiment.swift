import Diffusion

extension Command {
  static let experiment: [Command] = [
    family("set distribution", example: "two-moons", "the data", Distribution.self) {
      experiment, member in
      experiment.setDistribution(.named(member))
      experiment.title = member.title
    },
    Command(
      "set standardize", "on|off|auto", example: "on", "diffuse the data at mean 0 and unit spread",
      choices: { _ in ["on", "off", "auto"] }
    ) { value, state in
      var changed = state.experiment
      changed.standardize = value == "auto" ? nil : try switched(value)
      return [.experiment(.change(changed))]
    },
    family("set schedule", example: "cosine", "how noise is added", ScheduleKind.self) {
      experiment, member in
      experiment.schedule = experiment.schedule.changed(to: member)
    },
    family("set sampler", example: "heun", "how samples are drawn", Sampler.self) {
      $0.sampler.kind = $1
    },
    family("set grid", example: "karras", "where the sampling steps fall", GridKind.self) {
      $0.sampler.grid = $1
    },
    family("set predicts", example: "noise", "what the network predicts", Parameterization.self) {
      $0.model.network.predicts = $1
    },
    setting("set steps", "N", example: "20", "how many sampling steps") {
      $0.sampler.steps = try whole($1)
    },
    setting("set timesteps", "T", example: "50", "how many noising steps") {
      $0.setTimesteps(try whole($1))
    },
    setting("set particles", "N", example: "500", "how many points are shown") {
      $0.particles = try whole($1)
    },
    setting("set seed", "N", example: "11", "the seed of everything that is drawn") {
      experiment, value in
      guard let seed = UInt64(value) else {
        throw CommandError("'\(value)' is no seed: a whole number from 0 up")
      }
      experiment.seed = seed
    },
    setting("set batch", "N", example: "128", "samples for each training step") {
      $0.training.batch = try whole($1)
    },
    setting("set rate", "X", example: "0.01", "the highest learning rate") {
      $0.training.rate = try number($1)
    },
    setting("set eta", "X", example: "0.5", "the noise of DDIM, from 0 to 1") {
      $0.sampler.options.eta = try number($1)
    },
    Command(
      "set variance", "NAME", example: "large", "how wide an ancestral step is",
      choices: { _ in SamplerOptions.Variance.allCases.map(\.rawValue) },
      remark: { value, _ in SamplerOptions.Variance(rawValue: value)?.summary },
      current: { $0.experiment.sampler.options.variance.rawValue }
    ) { value, state in
      var changed = state.experiment
      changed.sampler.options.variance = try member(
        value, of: SamplerOptions.Variance.self, called: "variance")
      return [.experiment(.change(changed))]
    },
    setting(
      "set corrections", "N", example: "4", "Langevin steps at each level, from 0 to 1000"
    ) { $0.sampler.options.corrections = try whole($1) },
    setting(
      "set correction-ratio", "R", example: "0.3", "how long a Langevin step is, up to 1"
    ) { $0.sampler.options.correctionRatio = try number($1) },
    Command(
      "set predictor", "NAME", example: "none", "how Langevin sampling gets to the next level",
      choices: { _ in SamplerOptions.Predictor.allCases.map(\.rawValue) }
    ) { value, state in
      var changed = state.experiment
      changed.sampler.options.predictor = try member(
        value, of: SamplerOptions.Predictor.self, called: "predictor")
      return [.experiment(.change(changed))]
    },
    family(
      "set target", example: "exact-posterior", "what the network is asked to answer",
      TrainingTarget.self
    ) { $0.training.target = $1 },
    family("set notation", example: "edm", "the names of all quantities", Notation.self) {
      $0.notation = $1
    },
    setting("set title", "WORDS", example: "Two of a kind", "what the experiment is called") {
      $0.title = $1
    },
    Command(
      "preset", "NAME", example: "two-moons", "open a preset",
      choices: { $0.catalogue.presets.map(\.name) },
      remark: { name, state in state.catalogue.presets.first { $0.name == name }?.summary }
    ) { value, state in
      guard let preset = state.catalogue.presets.first(where: { $0.name == value }) else {
        throw UnknownName(name: value, family: "preset", known: state.catalogue.presets.map(\.name))
      }
      switch preset.content {
      case .success(let experiment): return [.experiment(.change(experiment))]
      case .failure(let fault): throw CommandError(fault.message)
      }
    },
  ]

  static let history: [Command] = [
    Command("undo", "take the last edit back") { _ in [.experiment(.undo)] },
    Command("redo", "make it again") { _ in [.experiment(.redo)] },
  ]

  private static func setting(
    _ name: String, _ value: String, example: String, _ summary: String,
    _ change: @escaping @Sendable (inout Experiment, String) throws -> Void
  ) -> Command {
    Command(name, value, example: example, summary) { value, state in
      var changed = state.experiment
      try change(&changed, value)
      return [.experiment(.change(changed))]
    }
  }

  private static func family<Family: Choice>(
    _ name: String, example: String, _ summary: String, _ family: Family.Type,
    _ change: @escaping @Sendable (inout Experiment, Family) throws -> Void
  ) -> Command {
    Command(
      name, "NAME", example: example, summary, choices: { _ in family.allCases.map(\.id) },
      remark: { name, _ in (try? family.named(name))?.summary }
    ) { value, state in
      var changed = state.experiment
      try change(&changed, try family.named(value))
      return [.experiment(.change(changed))]
    }
  }
}
