import Diffusion

extension PresetReader {
  /// What a preset says of another prior than the standard normal, and of the way from it; where
  /// the experiment is a transport already, what is not said stays. The schedule becomes the path's,
  /// the sampler the solver's, unless they are said.
  func transport(
    _ entries: [String: PresetValue], in experiment: inout Experiment
  ) throws(InputError) -> TransportSpecification {
    let prior = try entries["prior"].map { value throws(InputError) in
      try self.prior(value, for: experiment.distribution)
    }
    let base = experiment.transport
    var transport = base ?? TransportSpecification()
    if let prior { transport.start(at: prior) }
    if let noise = try entries["bridge_noise"]?.number() { transport.cross(withNoise: noise) }
    if let coupling = entries["coupling"] {
      transport.coupling = try coupling.member(of: Coupling.self)
    }
    if let passed = entries["label_passed"] { transport.isLabelPassed = try passed.truth() }
    if let repair = entries["repair"] {
      transport.repair = try repair.member(of: TransportRepair.self)
    }
    try path(entries, in: &experiment, isTransport: base != nil)
    try solver(entries, in: &experiment, &transport)
    return transport
  }

  /// `prior`: standard, `per_label`, an `arrangement` around the data, or a distribution as
  /// `distribution` takes it.
  private func prior(
    _ value: PresetValue, for data: DistributionSpecification
  ) throws(InputError) -> PriorSpecification {
    if value.node.scalar != nil {
      return try value.text() == "standard" ? .standard : .distribution(distribution(value))
    }
    let entries = try value.entries(["per_label", "arrangement", "components", "points"])
    if entries.count > 1 {
      throw value.error(
        "a prior has either per_label, arrangement, components or points, not several")
    }
    if let list = entries["per_label"] { return .perLabel(try priors(list)) }
    guard let name = entries["arrangement"] else {
      return .distribution(try distribution(value))
    }
    let arrangement = try name.member(of: Arrangement.self)
    do throws(DistributionError) {
      return .perLabel(arrangement.priors(for: try data.mixture()))
    } catch {
      throw name.error(error.description)
    }
  }

  private func priors(_ value: PresetValue) throws(InputError) -> [LabelPrior] {
    guard let mapping = value.node.mapping, !mapping.isEmpty else {
      throw value.error(
        "per_label must have a mean and a std for each label, such as a: {mean: [1, 2], std: 0.5}")
    }
    var priors: [LabelPrior] = []
    for (key, node) in mapping {
      guard let label = key.scalar?.string else {
        throw PresetValue(key, file: file, name: "per_label").error("a label must be a word")
      }
      let prior = PresetValue(node, file: file, name: "the prior of '\(label)'")
      let entries = try prior.entries(["mean", "std"])
      guard let mean = entries["mean"], let deviation = entries["std"] else {
        throw prior.error("\(prior.name) needs a mean and a std, such as {mean: [1, 2], std: 0.5}")
      }
      priors.append(
        LabelPrior(
          label: label, mean: try mean.point(form: "[x, y]"), deviation: try deviation.number()))
    }
    return priors
  }

  /// `path`: its schedule, which the key `schedule` may say more about.
  private func path(
    _ entries: [String: PresetValue], in experiment: inout Experiment, isTransport: Bool
  ) throws(InputError) {
    let said = try entries["path"].map { value throws(InputError) in
      try value.member(of: TransportPath.self, called: "path")
    }
    guard entries["schedule"] != nil else {
      if said?.schedule == experiment.schedule.kind || said == nil && isTransport { return }
      experiment.schedule = ScheduleSpecification(kind: (said ?? .straightLine).schedule)
      return
    }
    if let said, let place = entries["path"], said.schedule != experiment.schedule.kind {
      throw place.error(
        "the path \(said.rawValue) runs over the schedule \(said.schedule.id), not"
          + " \(experiment.schedule.kind.id); leave one of them out")
    }
  }

  /// `solver`: ode, sde, or `kind` and the diffusion coefficient of the SDE.
  private func solver(
    _ entries: [String: PresetValue], in experiment: inout Experiment,
    _ transport: inout TransportSpecification
  ) throws(InputError) {
    var said: TransportEquation?
    var place: PresetValue?
    if let value = entries["solver"] {
      let parts = value.node.scalar == nil ? try value.entries(["kind", "diffusion"]) : [:]
      place = parts["kind"] ?? value
      if value.node.scalar != nil || parts["kind"] != nil {
        said = try (parts["kind"] ?? value).member(of: TransportEquation.self, called: "solver")
      }
      if let diffusion = parts["diffusion"] {
        if said == .ode { throw diffusion.error("the ODE has no diffusion; choose solver: sde") }
        said = said ?? .sde
        transport.diffusion = try diffusion.number()
      }
    }
    if !Self.namesSampler(entries["sampler"]) {
      let current = TransportSolver(experiment.sampler.kind)?.equation
      if current == nil || said != nil && said != current {
        experiment.sampler.kind = (said ?? .ode).usualSampler
      }
    } else if let said, let place,
      let solver = TransportSolver(experiment.sampler.kind), solver.equation != said
    {
      throw place.error(
        "the sampler \(experiment.sampler.kind.id) follows the \(solver.equation.rawValue), not the"
          + " \(said.rawValue); leave one of them out")
    }
  }

  /// Whether a value of the key `sampler` says which one.
  static func namesSampler(_ value: PresetValue?) -> Bool {
    guard let value else { return false }
    return value.node.scalar != nil || value.node.mapping?["kind"] != nil
  }
}

extension TransportSpecification {
  /// Starts elsewhere; who is paired goes with that where nobody has chosen it.
  fileprivate mutating func start(at other: PriorSpecification) {
    if coupling == prior.usualCoupling { coupling = other.usualCoupling }
    prior = other
  }

  /// Takes another noise of the bridge; the diffusion of the SDE goes with it.
  fileprivate mutating func cross(withNoise noise: Double) {
    let usual = TransportSpecification(prior: prior, bridgeNoise: noise)
    (bridgeNoise, diffusion) = (usual.bridgeNoise, usual.diffusion)
  }
}
