extension Sampler {
  /// Ancestral sampling: a draw from q(x_s | x_t, clean estimate) at every step
  /// (Ho et al. 2020, algorithm 2), with one of five variances.
  ///
  /// The two that are made of covariances of the clean point take those of the data, which are known
  /// exactly (`DataPosterior`), for networks too: what a network is wrong about is not in them.
  public static let ddpm = Sampler(
    id: "ddpm", title: "DDPM",
    summary: "ancestral sampling: removes some noise, adds a little fresh noise",
    isStochastic: true, callsPerStep: 1, settings: [.variance]
  ) { step in
    let transition = Transition(from: step.next, to: step.level)
    let posterior = transition.posterior
    let mean = zip(step.points, step.estimates).map { point, estimate in
      posterior.clean * estimate.clean + posterior.noisy * point
    }
    if step.next.isClean { return mean }
    let noise = step.noise()
    switch step.options.variance {
    case .small, .large, .optimal:
      let deviation = step.options.variance
        .isotropic(over: transition, meanVariance: { step.knownPosterior.meanVariance(at: $0) })
        .squareRoot()
      return zip(mean, noise).map { $0 + deviation * $1 }
    case .full, .learned:
      let covariances = step.covariances(over: transition)
      return mean.indices.map { mean[$0] + covariances[$0].coloured(noise[$0]) }
    }
  }
}

extension SamplingStep {
  /// The covariance of the step from each point, of the variances that have one there.
  fileprivate func covariances(over transition: Transition) -> [Covariance] {
    if let learned { return learned.covariances(over: transition) }
    let posterior = transition.posterior
    return knownPosterior.covariances(of: points, at: level).map { clean in
      let whole = clean.scaled(
        by: posterior.clean * posterior.clean, plusVariance: posterior.variance)
      return options.variance == .learned ? whole.diagonal : whole
    }
  }

  /// What is known of where the points come from, for steps that cannot do without.
  fileprivate var knownPosterior: DataPosterior {
    guard let posterior else {
      preconditionFailure(
        "the variance \(options.variance.rawValue) is made of the data's posterior")
    }
    return posterior
  }
}

extension SamplerOptions.Variance {
  /// The variance of a step along every axis; of `full`, and of `learned` at its best, the mean over
  /// all points of its level and both axes, which is `optimal`.
  ///
  /// - Parameter meanVariance: `E[tr Cov(x_0 | x_t)] / 2` at a level.
  public func isotropic(
    over transition: Transition, meanVariance: (NoiseLevel) -> Double
  ) -> Double {
    let posterior = transition.posterior
    switch self {
    case .small: return posterior.variance
    case .large: return transition.variance
    case .optimal, .full, .learned:
      let spread = meanVariance(transition.to)
      return posterior.variance + posterior.clean * posterior.clean * spread
    }
  }
}
