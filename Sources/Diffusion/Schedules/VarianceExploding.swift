import Foundation

extension ScheduleKind {
  /// The data keeps its size while sigma grows geometrically (Song et al. 2021, appendix C).
  public static let varianceExploding = ScheduleKind(
    id: "variance-exploding", title: "Variance exploding",
    summary: "noise is piled onto data that keeps its size", parameters: [.sigma],
    rule: .levels(.varianceExploding) { specification in
      let ends = specification.sigma
      return (0..<specification.timesteps).map { t in
        let growth = pow(ends.last / ends.first, specification.fraction(ofStep: t))
        return NoiseLevel(alpha: 1, sigma: ends.first * growth)
      }
    })
}
