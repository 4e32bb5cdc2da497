import Foundation

extension ScheduleKind {
  /// Log-SNR spread like a Laplace distribution of location 0 and scale 0.5 (Hang et al. 2024):
  /// most steps fall where data and noise are equally strong.
  ///
  /// The signal share is the root of `SNR / (1 + SNR)`, as in the reference library; each beta is
  /// at most 0.999.
  public static let laplace = ScheduleKind(
    id: "laplace", title: "Laplace",
    summary: "most steps where data and noise are equally strong", parameters: [],
    rule: .betas { specification in
      betas(steps: specification.timesteps) { time in
        let side = 0.5 - time
        let sign = side < 0 ? -1.0 : 1
        let ratio = exp(-0.5 * sign * log(1 - 2 * abs(side) + 1e-6))
        return (ratio / (1 + ratio)).squareRoot()
      }
    })
}
