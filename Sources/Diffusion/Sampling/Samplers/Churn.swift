extension Sampler {
  /// The stochastic sampler of Karras et al. 2022, algorithm 2: a little noise is put back before
  /// every step of Heun's method, which starts from the higher level that makes.
  ///
  /// Noise is put back where `sigma / alpha` is from `churn-min` to `churn-max`, but not in the step
  /// to the clean level.
  public static let churn = Sampler(
    id: "churn", title: "Churn",
    summary: "Heun's method with a little noise put back before each step",
    isStochastic: true, callsPerStep: 2, asksFirst: false,
    settings: [.churn, .churnMin, .churnMax, .churnNoise]
  ) { step in
    guard step.level.alpha > 0 else {
      return step.denoiser.estimates(of: step.points, at: step.level)
        .map { $0.renoised(to: step.next) }
    }
    let (raised, points) = raised(step)
    let slopes = step.denoiser.estimates(of: points, at: NoiseLevel(alpha: 1, sigma: raised))
    let width = step.next.relativeSigma - raised
    let predicted = zip(points, slopes).map { $0 + width * $1.noise }
    if step.next.isClean { return predicted }
    let end = NoiseLevel(alpha: 1, sigma: step.next.relativeSigma)
    let corrections = step.denoiser.estimates(of: predicted, at: end)
    return points.indices.map { i in
      step.next.alpha * (points[i] + width / 2 * (slopes[i].noise + corrections[i].noise))
    }
  }

  /// The level and the points after noise was put back, in coordinates where the data keeps its size.
  private static func raised(_ step: SamplingStep) -> (sigma: Double, points: [Point]) {
    let options = step.options
    let sigma = step.level.relativeSigma
    let points = step.points.map { $0 / step.level.alpha }
    let isInRange = sigma >= options.churnMin && sigma <= options.churnMax
    guard isInRange, options.churn > 0, !step.next.isClean else { return (sigma, points) }
    let growth = 1 + min(options.churn / Double(step.count), 2.0.squareRoot() - 1)
    let raised = sigma * growth
    let added = options.churnNoise * (raised * raised - sigma * sigma).squareRoot()
    return (raised, zip(points, step.noise()).map { $0 + added * $1 })
  }
}
