import Foundation

extension ScheduleKind {
  /// The variance-preserving SDE whose noise rate beta rises in a straight line, usually from 0.1
  /// to 20 (Song et al. 2021, appendix C), at times 1/T, 2/T, … 1.
  public static let variancePreserving = ScheduleKind(
    id: "variance-preserving", title: "Variance preserving",
    summary: "the continuous path of the VP SDE, its noise rate from 0.1 to 20",
    parameters: [.rate],
    rule: .levels(.variancePreserving) { specification in
      let path = preserving(specification)
      return (1...specification.timesteps).map { step in
        path.level(at: Double(step) / Double(specification.timesteps))
      }
    },
    path: preserving)

  /// `ln alpha = −∫ beta / 2` with `beta = first + (last − first) · time`.
  @Sendable private static func preserving(
    _ specification: ScheduleSpecification
  ) -> ContinuousPath {
    let half = specification.rate.first / 2
    let slope = (specification.rate.last - specification.rate.first) / 4
    return ContinuousPath(
      logAlpha: { time in -time * (half + slope * time) },
      rate: { time in -(half + 2 * slope * time) })
  }
}

extension ContinuousPath {
  /// A path with `alpha² + sigma² = 1`, by the logarithm of alpha and its derivative.
  init(
    logAlpha: @escaping @Sendable (Double) -> Double, rate: @escaping @Sendable (Double) -> Double
  ) {
    self.init(
      level: { time in
        let exponent = logAlpha(time)
        // 1 − alpha² keeps its digits near the data, where alpha is nearly 1.
        return NoiseLevel(alpha: exp(exponent), sigma: (-expm1(2 * exponent)).squareRoot())
      },
      rates: { time in
        let exponent = logAlpha(time)
        let alpha = exp(exponent)
        let sigma = (-expm1(2 * exponent)).squareRoot()
        return Rates(alpha: alpha * rate(time), sigma: -alpha * alpha * rate(time) / sigma)
      })
  }
}
