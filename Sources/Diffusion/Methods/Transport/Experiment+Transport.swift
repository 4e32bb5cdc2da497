extension Experiment {
  /// Another prior than the standard normal and how it is joined to the data; nil for an experiment
  /// of another method, and nil makes it one of diffusion.
  public var transport: TransportSpecification? {
    get { methodSettings as? TransportSpecification }
    set { methodSpecification = newValue.map { MethodSpecification($0) } ?? .init(.diffusion) }
  }

  /// Builds the transport that the experiment describes.
  func transport(
    _ transport: TransportSpecification, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> Transport {
    let kind = schedule.specification.kind
    guard TransportPath(kind) != nil, let path = schedule.path else {
      throw ExperimentError(
        path: ["schedule", "kind"],
        description: "a path to another prior runs over the schedule straight-line or"
          + " variance-preserving, not \(kind.id)")
    }
    try validate(transport)
    if transport.bridgeNoise > 0 && TransportPath(kind) != .straightLine {
      throw ExperimentError(
        path: ["bridge_noise"],
        description: "bridge_noise lies on straight ways, and the path"
          + " \(TransportPath.shiftedVP.rawValue) has noise of its own; leave one of them out")
    }
    let prior = try transport.priorMixture(for: mixture)
    do throws(TransportError) {
      return try Transport(
        data: mixture, prior: prior, coupling: transport.coupling, path: path,
        clocks: transport.repair == .clocks
          ? TransportClock.staggered(mixture.labels.count) : nil,
        bridgeNoise: transport.bridgeNoise,
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
    // Unless it is said, the diffusion is that of the bridges.
    if !TransportSpecification.diffusions.contains(transport.bridgeNoise) {
      throw ExperimentError(
        path: ["bridge_noise"],
        description: "bridge_noise must be from 0 to"
          + " \(TransportSpecification.diffusions.upperBound), not \(transport.bridgeNoise)")
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
    try validateGuidance(along: transport.coupling)
  }

  private func validateGuidance(along coupling: Coupling) throws(ExperimentError) {
    let place = ["guidance", "kind"]
    switch guidance?.kind {
    case nil, .classifierFree: break
    case .classifier:
      throw ExperimentError(
        path: place,
        description: "a classifier has learned points on their way to the standard normal; with"
          + " other priors guidance is classifier-free or exact-posterior")
    case .exactPosterior where !coupling.isExact:
      throw ExperimentError(
        path: place,
        description: "the coupling \(coupling.id) pairs samples and so has no exact posterior;"
          + " guide a network that is told labels by classifier-free")
    case .exactPosterior: break
    }
  }
}
