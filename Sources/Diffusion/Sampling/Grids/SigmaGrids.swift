import Foundation

extension GridKind {
  /// Even steps in the seventh root of `sigma / alpha` (Karras et al. 2022, equation 5, rho 7), from
  /// the schedule's largest to its smallest.
  public static let karras = GridKind(
    id: "karras", title: "Karras",
    summary: "even steps in the seventh root of sigma: many near the data",
    rule: .levels { schedule, steps in
      sigmas(of: schedule, steps: steps) { karras(from: $0, to: $1, share: $2, rho: 7) }
    })

  /// `sigma / alpha` shrinks by the same factor at every step.
  public static let exponential = GridKind(
    id: "exponential", title: "Exponential",
    summary: "sigma shrinks by the same factor at every step",
    rule: .levels(evenInLogSigma))

  /// Even steps in log-SNR (Lu et al. 2022): the exponential grid under the name that solvers in
  /// log-SNR give it.
  public static let logSNR = GridKind(
    id: "log-snr", title: "Log-SNR",
    summary: "even steps in log-SNR; exponential's other name",
    rule: .levels(evenInLogSigma))

  @Sendable private static func evenInLogSigma(_ schedule: Schedule, _ steps: Int) -> [NoiseLevel] {
    sigmas(of: schedule, steps: steps, curve: geometric)
  }

  /// A power curve: `(max^(1/rho) + share · (min^(1/rho) − max^(1/rho)))^rho`.
  static func karras(from largest: Double, to smallest: Double, share: Double, rho: Double)
    -> Double
  {
    let (top, bottom) = (pow(largest, 1 / rho), pow(smallest, 1 / rho))
    return pow(top + share * (bottom - top), rho)
  }

  /// A geometric curve: `max · (min / max)^share`.
  static func geometric(from largest: Double, to smallest: Double, share: Double) -> Double {
    largest * pow(smallest / largest, share)
  }

  /// Levels on a curve from the largest to the smallest `sigma / alpha` of a schedule.
  ///
  /// The ends are levels of the schedule to the last bit. One without data has no finite sigma: it is
  /// visited first all the same, and the curve then comes from the largest finite one.
  private static func sigmas(
    of schedule: Schedule, steps: Int,
    curve: (_ largest: Double, _ smallest: Double, _ share: Double) -> Double
  ) -> [NoiseLevel] {
    let finite = schedule.levels.filter { $0.alpha > 0 && $0.sigma > 0 }
    guard steps > 1, let quietest = finite.first, let noisiest = finite.last else {
      return [schedule.levels[schedule.timesteps - 1]]
    }
    return (0..<steps).map { i in
      if i == 0 { return schedule.levels[schedule.timesteps - 1] }
      if i == steps - 1 { return quietest }
      let share = Double(i) / Double(steps - 1)
      return schedule.level(
        relativeSigma: curve(noisiest.relativeSigma, quietest.relativeSigma, share))
    }
  }
}
