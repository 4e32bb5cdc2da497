extension Sampler {
  /// Ancestral sampling: a draw from q(x_s | x_t, clean estimate) at every step
  /// (Ho et al. 2020, algorithm 2).
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
    let variance =
      switch step.options.variance {
      case .small: posterior.variance
      case .large: transition.variance
      }
    let deviation = variance.squareRoot()
    return zip(mean, step.noise()).map { $0 + deviation * $1 }
  }
}
