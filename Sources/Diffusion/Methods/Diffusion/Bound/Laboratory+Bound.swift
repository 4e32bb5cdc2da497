extension Laboratory {
  /// The chain of all steps of the schedule, with the variance of the experiment's sampler, as the
  /// bound sees it.
  ///
  /// - Parameter model: guided already; nil for the posterior mean of what samples should be like.
  public func boundSubject(of model: (any Denoiser)?) -> VariationalBound.Subject {
    let end = schedule.level(afterSteps: schedule.timesteps)
    return VariationalBound.Subject(
      of: model == nil ? posterior : DataPosterior(of: target), model: model,
      variances: posterior, variance: experiment.sampler.options.variance, along: schedule,
      startVariance: StartScale.standard(for: schedule.geometry) == .unit
        ? 1 : end.sigma * end.sigma)
  }

  /// How many noisy points a level gets: as many as are asked for, as long as all levels together
  /// stay within a minute's work.
  public func boundDraws(asked count: Int) -> Int {
    let cost = max(1, posterior.mixture.components.count / 8)
    return min(count, max(64, Self.boundWork / (schedule.timesteps * cost)))
  }

  private static let boundWork = 40_000_000

  /// The entropy of what samples should be like, in nats of the coordinates of the diffusion.
  public func targetEntropy(drawing count: Int) -> VariationalBound.Figure {
    var stream = experiment.randomness.stream(.reference, step: -1)
    let entropy = target.entropy(drawing: count, from: &stream)
    return VariationalBound.Figure(entropy.value, error: entropy.error)
  }
}
