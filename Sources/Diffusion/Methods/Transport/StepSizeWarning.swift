/// Steps of the SDE that are too long for the narrowest mode: they throw points further out of it
/// than they were, and enough of them run to infinity.
///
/// In a mode of variance V the pull of the score leaves of a deviation the share
/// `1 − pull`, `pull = g² length / 2V`, after a step of Euler and Maruyama. Beyond a pull of 2
/// deviations grow from step to step. Below it the spread settles `1 / √(1 − pull / 2)` times too
/// wide, at a pull of 1 by 41 %.
public struct StepSizeWarning: Sendable, Equatable {
  /// How many steps the run has.
  public let steps: Int
  /// How many times as far out its worst step leaves a point.
  public let growth: Double
  /// How many even steps keep every pull at 1 or below; nil for more than any schedule has.
  public let calmSteps: Int?
  /// The largest diffusion coefficient with which the run's own steps do.
  public let calmDiffusion: Double

  /// The pull beyond which deviations grow.
  static let limit = 2.0
  private static let mostSteps = ScheduleSpecification.timestepLimits.upperBound
  /// How many timesteps the schedule has: no run has more steps.
  private let timesteps: Int

  /// Nil for a run whose steps are all short enough.
  ///
  /// - Parameters:
  ///   - times: the times of the stops, falling from the prior's end.
  ///   - timesteps: those of the schedule.
  init?(of transport: Transport, times: [Double], timesteps: Int, diffusion: Double) {
    let modes = NarrowModes(of: transport)
    let half = diffusion * diffusion / 2
    // The step to the data has neither noise nor pull.
    let pulls = zip(times, times.dropFirst()).compactMap { time, next in
      next == 0 ? nil : half * (time - next) / modes.leastVariance(at: time)
    }
    guard let worst = pulls.max(), worst > Self.limit else { return nil }
    self.timesteps = timesteps
    steps = times.count - 1
    growth = worst - 1
    calmDiffusion = diffusion / worst.squareRoot()
    calmSteps = Self.calmSteps(moreThan: steps) { count in
      modes.times(ofEvenSteps: count).allSatisfy {
        half / Double(count) <= modes.leastVariance(at: $0)
      }
    }
  }

  /// The fewest steps for which a condition holds that stays true once it is, by doubling and
  /// halving.
  private static func calmSteps(moreThan steps: Int, isCalm: (Int) -> Bool) -> Int? {
    var (low, high) = (steps, min(2 * steps, mostSteps))
    while !isCalm(high) {
      if high == mostSteps { return nil }
      (low, high) = (high, min(2 * high, mostSteps))
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isCalm(middle) { high = middle } else { low = middle }
    }
    return high
  }
}

extension StepSizeWarning: CustomStringConvertible {
  public var description: String {
    "\(steps) steps are too long for the SDE: the worst throws points"
      + " \(Self.rounded(growth)) times as far out of the narrowest mode as they were; \(remedy)"
  }

  /// What would be right.
  public var remedy: String {
    let less = "a diffusion of at most \(Self.rounded(calmDiffusion))"
    guard let calmSteps else { return "take \(less)" }
    let more = calmSteps > timesteps ? " and as many timesteps" : ""
    return "take \(calmSteps) steps\(more), or \(less)"
  }

  /// Two digits, cut off rather than rounded so that a bound stays one.
  private static func rounded(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "\(value)" }
    var unit = 1.0
    while value / unit >= 100 { unit *= 10 }
    while value / unit < 10 { unit /= 10 }
    let cut = (value / unit).rounded(.down)
    return value >= 10 && value < 1e15 ? "\(Int(cut * unit))" : "\(Float(cut * unit))"
  }
}
