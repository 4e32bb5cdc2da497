extension Sampler {
  /// The probability-flow ODE solved to a tolerance: the ground truth of the deterministic samplers.
  ///
  /// It is integrated in the coordinates of the straight line, `y = x / (alpha + sigma)` over
  /// `time = sigma / (alpha + sigma)`, where `dy/dtime = noise − clean` is smooth from pure noise to
  /// clean data, whatever the schedule. Levels of the grid are only where the solution is looked at.
  public static let ode = Sampler(
    id: "ode", title: "Exact ODE",
    summary: "the probability-flow ODE to a given tolerance: the ground truth",
    isStochastic: false, callsPerStep: Extrapolation.leastCalls,
    callsToClean: Extrapolation.leastCalls, asksFirst: false, isPointwise: false,
    settings: [.tolerance]
  ) { step in
    let (from, to) = (step.level.alpha + step.level.sigma, step.next.alpha + step.next.sigma)
    let solver = Extrapolation(
      tolerance: step.options.tolerance ?? SamplerOptions.usualTolerance,
      isRounded: step.denoiser.isRounded
    ) { points, time in
      let level = NoiseLevel(alpha: 1 - time, sigma: time)
      return step.denoiser.estimates(of: points, at: level).map { $0.noise - $0.clean }
    }
    return solver.solution(
      from: step.points.map { $0 / from }, at: step.level.sigma / from,
      to: step.next.sigma / to
    ).map { to * $0 }
  }
}
