/// A trained network's answer, for any schedule: a level is given to it as a log-SNR, a point in
/// coordinates that look the same in all of them.
public struct LearnedDenoiser: Denoiser {
  public let weights: Weights
  private let predictor: Predictor

  /// The answer computed with the fastest instructions there are.
  public init(weights: Weights) {
    self.init(weights: weights, instructions: .best)
  }

  public init(weights: Weights, instructions: InstructionSet) {
    self.weights = weights
    predictor = Predictor(weights: weights, kernels: Kernels(instructions))
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let canonical = weights.standardization.canonical(level)
    predictor.predict(count: points.count, logSNR: canonical.level.logSNR) { index in
      SIMD2<Float>(canonical.point(points[index]))
    } answer: { index, output in
      let estimate = weights.predicts.estimate(
        from: Point(output), at: canonical.point(points[index]), level: canonical.level)
      estimates[index] = weights.standardization.restored(estimate)
    }
  }
}
