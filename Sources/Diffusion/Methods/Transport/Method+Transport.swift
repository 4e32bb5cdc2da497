extension Method {
  /// Points move from a prior of any kind to the data, along the velocity of joined pairs: flow
  /// matching (Lipman et al. 2023) and stochastic interpolants (Albergo et al. 2023).
  public static let transport = Method(
    id: "transport", title: "Transport",
    summary:
      "points move along a velocity field from any prior to the data: flow matching, bridges",
    keys: ["prior", "path", "coupling", "label_passed", "solver", "repair", "bridge_noise"],
    timeLine: TimeLine(farEnd: "prior"), learned: "the velocity of joined pairs",
    trained: Weights.self, exactAnswers: Set(ExactAnswer.allCases), usualIterations: 2000,
    usualSettings: TransportSpecification(), metrics: [.retention, .paths, .tubes]
  ) { sampler in
    TransportSolver(sampler) == nil ? TransportSolver.refusal(of: sampler) : nil
  }
}

extension TransportSpecification: MethodSettings {
  public static let method = Method.transport

  public var tellsLabels: Bool { isLabelPassed }

  /// Heights are told label by label too.
  public var networkSeesLabels: Bool { isLabelPassed || repair == .lift }

  public var distributions: [DistributionSpecification] {
    if case .distribution(let distribution) = prior { [distribution] } else { [] }
  }

  public func replacingDistributions(
    _ change: (DistributionSpecification) throws -> DistributionSpecification
  ) throws -> TransportSpecification {
    guard case .distribution(let distribution) = prior else { return self }
    var specification = self
    specification.prior = .distribution(try change(distribution))
    return specification
  }

  /// Without the diffusion coefficient where no SDE is followed.
  public func withoutUnused(with sampler: Sampler) -> TransportSpecification {
    if TransportSolver(sampler)?.equation == .sde { return self }
    return TransportSpecification(
      prior: prior, coupling: coupling, isLabelPassed: isLabelPassed, repair: repair,
      bridgeNoise: bridgeNoise)
  }

  /// Noise on the way changes nothing of what is learned.
  public var ofTraining: TransportSpecification {
    var specification = self
    specification.diffusion = Self.usualDiffusion
    return specification
  }

  public var learnsSchedule: Bool { true }

  /// Enough for the noise of the SDE.
  public func usualSteps(of sampler: Sampler, on timesteps: Int) -> Int? {
    sampler == .eulerMaruyama ? min(200, timesteps) : nil
  }

  /// As many as can each be paired with those of the prior.
  public func mostComponents(of data: GaussianMixture) -> Int {
    guard let prior = try? priorMixture(for: data) else { return .max }
    let partners =
      coupling != .independent && prior.labels == data.labels
      ? prior.labelIndices.reduce(into: [:]) { $0[$1, default: 0] += 1 }.values.max() ?? 1
      : prior.components.count
    return max(1, Transport.mostPairs / partners)
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    try experiment.transport(self, in: mixture, on: schedule)
  }
}
