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
    })

  /// The betas of a schedule whose alpha-bar is proportional to a function of time in [0, 1].
  static func betas(steps: Int, alphaBar: (Double) -> Double) -> [Double] {
    (0..<steps).map { t in
      let before = alphaBar(Double(t) / Double(steps))
      let after = alphaBar(Double(t + 1) / Double(steps))
      return min(1 - after / before, 0.999)
    }
  }
}
