extension Sampler {
  /// The pseudo linear multistep method (Liu et al. 2022): the noise of up to four steps, blended as
  /// if they were evenly spaced, carries the point along DDIM's transfer.
  ///
  /// The first step is an improved Euler step, which asks the model a second time at its end.
  public static let plms = Sampler(
    id: "plms", title: "PLMS",
    summary: "DDIM with the noise extrapolated from up to four steps",
    isStochastic: false, order: 2, callsInFirstStep: 2, memory: 3
  ) { step in
    guard step.level.alpha > 0 else { return step.estimates.map { $0.renoised(to: step.next) } }
    if step.index == 0 { return improvedEuler(step) }
    let past = step.pastWithData
    let weights = blends[past.count]
    let known = [step.estimates] + past.map(\.estimates)
    let width = step.next.relativeSigma - step.level.relativeSigma
    return step.linear { i in
      width * weights.indices.reduce(Point.zero) { $0 + weights[$1] * known[$1][i].noise }
    }
  }

  /// The classical Adams-Bashforth weights for 0, 1, 2 and 3 past steps.
  private static let blends: [[Double]] = [
    [1], [3.0 / 2, -1.0 / 2], [23.0 / 12, -16.0 / 12, 5.0 / 12],
    [55.0 / 24, -59.0 / 24, 37.0 / 24, -9.0 / 24],
  ]

  private static func improvedEuler(_ step: SamplingStep) -> [Point] {
    let predicted = step.estimates.map { $0.renoised(to: step.next) }
    if step.next.isClean { return predicted }
    let ends = step.denoiser.estimates(of: predicted, at: step.next)
    let width = step.next.relativeSigma - step.level.relativeSigma
    return step.linear { width / 2 * (step.estimates[$0].noise + ends[$0].noise) }
  }
}
