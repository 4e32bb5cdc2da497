/// A trained network's answer, for any schedule: a level is given to it as a log-SNR, a point in
/// coordinates that look the same in all of them. One that knows labels answers for all of them
/// together until it is asked for some.
public struct LearnedDenoiser: Denoiser {
  public let weights: Weights
  private let predictor: Predictor
  /// What tells the network the labels it is asked for; zeros for none.
  public private(set) var label: [Float]

  /// The answer computed with the fastest instructions there are.
  public init(weights: Weights) {
    self.init(weights: weights, instructions: .best)
  }

  public init(weights: Weights, instructions: InstructionSet) {
    self.weights = weights
    predictor = Predictor(weights: weights, kernels: Kernels(instructions))
    label = LabelInput.vector(of: [], among: weights.labels.count)
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    ask(points, at: level, into: &estimates, shares: nil)
  }

  /// The estimates, and how wide a step is from each point, if the network has learned that.
  public func answer(
    of points: [Point], at level: NoiseLevel
  ) -> (estimates: [Estimate], variance: LearnedVariance?) {
    if weights.variance == .fixed { return (estimates(of: points, at: level), nil) }
    var estimates = [Estimate](repeating: .zero, count: points.count)
    var shares = [Point](repeating: .zero, count: points.count)
    ask(points, at: level, into: &estimates) { index, output in
      shares[index] = LearnedVariance.bounded(Point(output))
    }
    let spread = weights.standardization.spread
    return (estimates, LearnedVariance(shares: shares, spread: spread))
  }

  private func ask(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate],
    shares: ((Int, SIMD2<Float>) -> Void)?
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let canonical = weights.standardization.canonical(level)
    predictor.predict(
      count: points.count, logSNR: canonical.level.logSNR, label: label,
      point: { SIMD2<Float>(canonical.point(points[$0])) },
      answer: { index, output in
        let estimate = weights.predicts.estimate(
          from: Point(output), at: canonical.point(points[index]), level: canonical.level)
        estimates[index] = weights.standardization.restored(estimate)
      }, shares: shares)
  }

  public var isRounded: Bool { true }

  /// The same network told labels, where it knows all of them.
  public func conditioned(on selection: LabelSelection) -> (any Denoiser)? {
    guard let vector = weights.labelVector(of: selection) else { return nil }
    var told = self
    told.label = vector
    return told
  }
}
