import Diffusion

/// Edits that make a transport of an experiment, or another of the one it is. Schedule and sampler
/// follow where they do not fit: a path to another prior needs a schedule of its own and a solver
/// that asks for nothing but the motion.
extension Experiment {
  /// Places the priors of the labels in an arrangement.
  mutating func arrange(_ arrangement: Arrangement) throws {
    let mixture = try distribution.mixture()
    if mixture.labels.count < 2 {
      throw CommandError("all points have one label here; priors of labels need several")
    }
    setPrior(.perLabel(arrangement.priors(for: mixture)))
  }

  /// Starts from another prior, or with nil diffuses again from the standard normal.
  mutating func setPrior(_ prior: PriorSpecification?) {
    guard let prior else {
      transport = nil
      return
    }
    var changed = transport ?? TransportSpecification(prior: prior)
    let wasUsual = changed.coupling == changed.prior.usualCoupling
    changed.prior = prior
    if wasUsual || changed.coupling == .label { changed.coupling = prior.usualCoupling }
    setTransport(changed)
  }

  /// Changes the transport there is; with none, that is an error that says how to get one.
  mutating func changeTransport(
    _ change: (inout TransportSpecification) throws -> Void
  ) throws {
    guard var changed = transport else {
      throw CommandError("this experiment diffuses; 'set prior opposite' gives labels priors")
    }
    try change(&changed)
    setTransport(changed)
  }

  /// Joins starts and data by a coupling; an experiment that diffuses becomes a flow.
  mutating func couple(_ coupling: Coupling) {
    var changed = transport ?? TransportSpecification(prior: .standard)
    changed.coupling = coupling
    if coupling != .label { changed.repair = .none }
    setTransport(changed)
  }

  private mutating func setTransport(_ changed: TransportSpecification) {
    transport = changed
    if TransportPath(schedule.kind) == nil { schedule = schedule.changed(to: .straightLine) }
    if TransportSolver(sampler.kind) == nil {
      sampler = SamplerSpecification(kind: TransportEquation.ode.usualSampler)
    }
    // A classifier of noisy points knows nothing of other priors.
    if guidance?.kind == .classifier { guidance = nil }
  }

  /// The solver of an equation, with as many steps as it usually takes.
  mutating func solve(_ equation: TransportEquation) {
    sampler = SamplerSpecification(kind: equation.usualSampler)
  }

  /// Moves the prior of one label; nothing where priors are not given label by label.
  mutating func changePrior(_ index: Int, _ change: (inout LabelPrior) -> Void) {
    guard case .perLabel(var priors) = transport?.prior, priors.indices.contains(index) else {
      return
    }
    change(&priors[index])
    transport?.prior = .perLabel(priors)
  }

  /// The priors of the labels, where each has one.
  var labelPriors: [LabelPrior] {
    if case .perLabel(let priors) = transport?.prior { priors } else { [] }
  }
}
