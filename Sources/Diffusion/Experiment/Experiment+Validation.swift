/// A part of an experiment that cannot be used: which key of a preset, and what would be right.
public struct ExperimentError: Error, CustomStringConvertible, Equatable {
  /// The keys that lead to the value, as in a preset: `["schedule", "timesteps"]`.
  public let path: [String]
  public let description: String

  public init(path: [String], description: String) {
    self.path = path
    self.description = description
  }
}

extension Experiment {
  /// Checks everything: that the distribution and the schedule can be built, and every number.
  public func validate() throws(ExperimentError) {
    _ = try Laboratory(self)
  }

  /// Checks the numbers that nothing is built from.
  func validateNumbers() throws(ExperimentError) {
    try validateSampler()
    if standardize == true && !methodSettings.allowsStandardizing {
      throw ExperimentError(
        path: ["standardize"],
        description: "standardize is of use only to the standard prior; a prior of its own has its"
          + " place and size in the data's units")
    }
    if !Self.particleLimits.contains(particles) {
      throw Self.outside(
        ["particles"], "\(particles)", "from 1 to \(Self.particleLimits.upperBound)")
    }
  }

  /// The guidance, if there is any, with its labels found in the mixture.
  func guidance(in mixture: GaussianMixture) throws(ExperimentError) -> Guidance? {
    guard let guidance else { return nil }
    do throws(GuidanceError) {
      return try Guidance(guidance, in: mixture)
    } catch {
      throw ExperimentError(
        path: ["guidance", error.key.rawValue], description: error.description)
    }
  }

  /// Checks that the method can learn from known points, where the data is no more than that.
  func validateSamples() throws(ExperimentError) {
    guard case .samples = distribution, !methodSettings.learnsFromKnownPoints else { return }
    let users = Method.allCases.filter { MethodSpecification($0).settings.learnsFromKnownPoints }
    throw ExperimentError(
      path: ["distribution", "samples"],
      description:
        "the method \(method.id) learns from the whole distribution; samples is of use to"
        + " \(users.map(\.id).joined(separator: ", "))")
  }

  /// Checks the network and how it is trained.
  func validateModel(for mixture: GaussianMixture) throws(ExperimentError) {
    var network = model.network
    let seesLabels = tellsLabels || methodSettings.networkSeesLabels
    if model.kind == .learned && seesLabels { network.isLabelled = true }
    do {
      try network.check(
        labels: mixture.labels.count, mayBeLinear: methodSettings.allowsNoHiddenLayers)
    } catch {
      throw ExperimentError(path: ["model", error.key], description: error.description)
    }
    do { try training.check() } catch {
      throw ExperimentError(path: ["training", error.key], description: error.description)
    }
    try validateVariance()
  }

  /// Checks that a variance can be learned, where one is to be.
  private func validateVariance() throws(ExperimentError) {
    guard model.network.variance == .learned else { return }
    if !methodSettings.learnsVariance {
      let users = Method.allCases.filter { MethodSpecification($0).settings.learnsVariance }
      throw ExperimentError(
        path: ["model", "variance"],
        description: "the method \(method.id) learns no variance of a step; model: {variance:"
          + " learned} is of use to \(users.map(\.id).joined(separator: ", "))")
    }
    if training.target != .sample {
      throw ExperimentError(
        path: ["training", "target"],
        description: "a variance is learned from how far samples are from the estimate: target must"
          + " be sample, not \(training.target.id), with model: {variance: learned}")
    }
  }

  private func validateSampler() throws(ExperimentError) {
    if let steps = sampler.steps, !(1...schedule.timesteps).contains(steps) {
      throw Self.outside(
        ["sampler", "steps"], "\(steps)",
        "from 1 to the schedule's \(schedule.timesteps) timesteps")
    }
    if let fault = sampler.options.fault {
      throw Self.outside(["sampler", fault.setting.rawValue], fault.value, fault.range)
    }
  }

  private static func outside(
    _ path: [String], _ value: String, _ range: String
  ) -> ExperimentError {
    let key = path[path.count - 1]
    return ExperimentError(path: path, description: "\(key) must be \(range), not \(value)")
  }
}
