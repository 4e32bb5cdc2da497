extension Sampler {
  /// Ancestral sampling: a draw from q(x_s | x_t, clean estimate) at every step
  /// (Ho et al. 2020, algorithm 2), with one of four variances.
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
    case .full:
      let covariances = step.knownPosterior.covariances(of: step.points, at: step.level)
      return mean.indices.map { index in
        let covariance = covariances[index].scaled(
          by: posterior.clean * posterior.clean, plusVariance: posterior.variance)
        return mean[index] + covariance.coloured(noise[index])
      }
    }
  }
}

extension SamplingStep {
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
  /// The variance of a step along every axis; of `full` the mean over all points of its level and
  /// both axes, which is `optimal`.
  ///
  /// - Parameter meanVariance: `E[tr Cov(x_0 | x_t)] / 2` at a level.
  public func isotropic(
    over transition: Transition, meanVariance: (NoiseLevel) -> Double
  ) -> Double {
    let posterior = transition.posterior
    switch self {
    case .small: return posterior.variance
    case .large: return transition.variance
    case .optimal, .full:
      let spread = meanVariance(transition.to)
      return posterior.variance + posterior.clean * posterior.clean * spread
    }
  }
}
