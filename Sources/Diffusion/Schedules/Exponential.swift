import Foundation

extension ScheduleKind {
  /// Alpha-bar falls as `exp(−12 · time)`: every step takes the same share.
  public static let exponential = ScheduleKind(
    id: "exp", title: "Exponential",
    summary: "alpha-bar falls exponentially, by the same share at every step", parameters: [],
    rule: .betas { specification in
      betas(steps: specification.timesteps) { exp(-12 * $0) }
    })
}
