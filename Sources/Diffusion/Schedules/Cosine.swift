import Foundation

extension ScheduleKind {
  /// Alpha-bar follows a squared cosine (Nichol and Dhariwal 2021, equation 17, offset 0.008),
  /// each beta at most 0.999.
  public static let cosine = ScheduleKind(
    id: "cosine", title: "Cosine",
    summary: "alpha-bar follows a squared cosine: slow at both ends", parameters: [],
    rule: .betas { specification in
      betas(steps: specification.timesteps) { time in
        let angle = (time + 0.008) / 1.008 * Double.pi / 2
        return cos(angle) * cos(angle)
      }
    },
    path: { _ in squaredCosine })

  /// The curve itself, without the limit on betas, so that alpha reaches 0 at time 1.
  private static let squaredCosine: ContinuousPath = {
    let quarter = Double.pi / 2 / 1.008
    let offset = 0.008 * quarter
    return ContinuousPath(
      level: { time in
        let alpha = time < 1 ? cos(offset + time * quarter) / cos(offset) : 0
        return NoiseLevel(alpha: alpha, sigma: sine(time * quarter, offset: offset))
      },
      rates: { time in
        let slope = -quarter * sin(offset + time * quarter) / cos(offset)
        let alpha = time < 1 ? cos(offset + time * quarter) / cos(offset) : 0
        let sigma = sine(time * quarter, offset: offset)
        return ContinuousPath.Rates(alpha: slope, sigma: -alpha * slope / sigma)
      })
  }()

  /// The root of `1 − (cos(offset + turn) / cos(offset))²`, without losing digits where `turn` is
  /// small: `cos² a − cos² b = sin(b − a) · sin(b + a)`.
  private static func sine(_ turn: Double, offset: Double) -> Double {
    (sin(turn) * sin(turn + 2 * offset)).squareRoot() / cos(offset)
  }

  /// The betas of a schedule whose alpha-bar is proportional to a function of time in [0, 1].
  static func betas(steps: Int, alphaBar: (Double) -> Double) -> [Double] {
    (0..<steps).map { t in
      let before = alphaBar(Double(t) / Double(steps))
      let after = alphaBar(Double(t + 1) / Double(steps))
      return min(1 - after / before, 0.999)
    }
  }
}
