extension Experiment {
  /// The transport the experiment describes, or nil where it diffuses to the standard normal.
  func transport(
    in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> Transport? {
    guard let transport else { return nil }
    let kind = schedule.specification.kind
    guard TransportPath(kind) != nil, let path = schedule.path else {
      throw ExperimentError(
        path: ["schedule", "kind"],
        description: "a path to another prior runs over the schedule straight-line or"
          + " variance-preserving, not \(kind.id)")
    }
    try validate(transport)
    let prior = try transport.priorMixture(for: mixture)
    do throws(TransportError) {
      return try Transport(
        data: mixture, prior: prior, coupling: transport.coupling, path: path,
        clocks: transport.repair == .clocks
          ? TransportClock.staggered(mixture.labels.count) : nil,
        lift: transport.repair == .lift ? TransportLift() : nil)
    } catch {
      throw ExperimentError(path: ["coupling"], description: error.description)
    }
  }

  private func validate(_ transport: TransportSpecification) throws(ExperimentError) {
    guard let solver = TransportSolver(sampler.kind) else {
      throw ExperimentError(
        path: ["sampler", "kind"], description: TransportSolver.refusal(of: sampler.kind))
    }
    if !TransportSpecification.diffusions.contains(transport.diffusion) {
      throw ExperimentError(
        path: ["solver", "diffusion"],
        description: "diffusion must be from 0 to \(TransportSpecification.diffusions.upperBound),"
          + " not \(transport.diffusion)")
    }
    if transport.repair != .none && transport.coupling != .label {
      throw ExperimentError(
        path: ["repair"],
        description: "the repair \(transport.repair.id) keeps classes apart and needs the coupling"
          + " label, not \(transport.coupling.id)")
    }
    if model.kind == .exact && !transport.coupling.isExact {
      throw ExperimentError(
        path: ["coupling"],
        description: TransportError.noExactField(transport.coupling).description)
    }
    if !transport.coupling.isExact && solver == .stochastic {
      throw ExperimentError(
        path: ["coupling"],
        description: "the SDE needs the exact score, which the coupling \(transport.coupling.id)"
          + " does not have; use solver: ode")
    }
    try validateGuidance()
  }

  /// On a transport a label can be asked for, and that is all.
  private func validateGuidance() throws(ExperimentError) {
    guard let guidance else { return }
    let isPlain =
      guidance.weight == 1 && guidance.negative == nil && guidance.interval == nil
      && guidance.kind == nil
    if !isPlain {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance leads from the standard prior; with other priors only a label can be"
          + " asked for, with weight 1")
    }
  }
}
