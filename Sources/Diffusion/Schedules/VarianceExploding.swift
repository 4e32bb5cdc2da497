import Foundation

extension ScheduleKind {
  /// The data keeps its size while sigma grows geometrically (Song et al. 2021, appendix C).
  public static let varianceExploding = ScheduleKind(
    id: "variance-exploding", title: "Variance exploding",
    summary: "noise is piled onto data that keeps its size", parameters: [.sigma],
    rule: .levels(.varianceExploding) { specification in
      let path = geometric(specification)
      return (0..<specification.timesteps).map {
        path.level(at: specification.fraction(ofStep: $0))
      }
    },
    path: geometric)

  /// `sigma = first · (last / first)^time`; time 0 is the first level, not the data.
  @Sendable private static func geometric(
    _ specification: ScheduleSpecification
  ) -> ContinuousPath {
    let ends = specification.sigma
    let ratio = ends.last / ends.first
    return ContinuousPath(
      level: { NoiseLevel(alpha: 1, sigma: ends.first * pow(ratio, $0)) },
      rates: { time in
        ContinuousPath.Rates(alpha: 0, sigma: ends.first * pow(ratio, time) * log(ratio))
      })
  }
}
