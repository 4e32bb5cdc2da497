extension Sampler {
  /// The midpoint method on the probability-flow ODE in `S = sigma / alpha`, the middle taken on a
  /// logarithmic scale, `sqrt(S · S')` (Karras et al. 2022; DPM-Solver-2 of Lu et al. 2022).
  ///
  /// The step to the clean level is Euler's, and so is one from a level without data.
  public static let midpoint = Sampler(
    id: "midpoint", title: "Midpoint",
    summary: "second order by the slope halfway, two calls each",
    isStochastic: false, order: 2, callsPerStep: 2
  ) { step in
    if step.next.isClean || step.level.alpha == 0 {
      return step.estimates.map { $0.renoised(to: step.next) }
    }
    let (here, there) = (step.level.relativeSigma, step.next.relativeSigma)
    let middle = NoiseLevel(alpha: 1, sigma: (here * there).squareRoot())
    let halfway = zip(step.points, step.estimates).map { point, estimate in
      point / step.level.alpha + (middle.sigma - here) * estimate.noise
    }
    let slopes = step.denoiser.estimates(of: halfway, at: middle)
    return step.linear { (there - here) * slopes[$0].noise }
  }
}
