extension Sampler {
  /// Heun's method on the probability-flow ODE in `S = sigma / alpha` (Karras et al. 2022,
  /// algorithm 1): an Euler step, then the mean of the slopes at both ends. The step to the clean
  /// level is Euler's, and so is one from a level without data.
  public static let heun = Sampler(
    id: "heun", title: "Heun",
    summary: "second-order steps on the probability-flow ODE, two calls each",
    isStochastic: false, order: 2, callsPerStep: 2
  ) { step in
    let predicted = step.estimates.map { $0.renoised(to: step.next) }
    if step.next.isClean || step.level.alpha == 0 { return predicted }
    let corrections = step.denoiser.estimates(of: predicted, at: step.next)
    let half = step.next.alpha * (step.next.relativeSigma - step.level.relativeSigma) / 2
    return predicted.indices.map { i in
      predicted[i] + half * (corrections[i].noise - step.estimates[i].noise)
    }
  }
}
