extension Sampler {
  /// Euler's method on the probability-flow ODE in `S = sigma / alpha`, where
  /// `d(x / alpha)/dS = noise` (Karras et al. 2022, equation 3).
  ///
  /// A straight step of that ODE is the estimate seen at the next level, so it needs no division
  /// by alpha and holds where alpha is 0.
  public static let euler = Sampler(
    id: "euler", title: "Euler",
    summary: "first-order steps on the probability-flow ODE",
    isStochastic: false, order: 1, callsPerStep: 1
  ) { step in
    step.estimates.map { $0.renoised(to: step.next) }
  }
}
