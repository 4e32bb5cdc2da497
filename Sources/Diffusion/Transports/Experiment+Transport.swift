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

  /// How many components of data a transport can follow, each paired with those of the prior.
  func componentsOfTransport(from data: GaussianMixture) -> Int {
    guard let transport, let prior = try? transport.priorMixture(for: data) else { return .max }
    let partners =
      transport.coupling != .independent && prior.labels == data.labels
      ? prior.labelIndices.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 1
      : prior.components.count
    return max(1, Transport.mostPairs / partners)
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
