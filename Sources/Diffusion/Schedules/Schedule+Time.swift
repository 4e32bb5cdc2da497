import Foundation

extension Schedule {
  /// The path in continuous time that this schedule's levels lie on, for kinds that have one.
  public var path: ContinuousPath? { specification.kind.path?(specification) }

  /// The level at a time from 0 to 1: of the path, or for schedules made of betas between their
  /// levels, log-SNR in a straight line, level t at time (t + 1) / T and nothing before the first.
  public func level(atTime time: Double) -> NoiseLevel {
    if case .levels = specification.kind.rule, let path { return path.level(at: time) }
    let position = max(0, time * Double(timesteps) - 1)
    let nearest = min(timesteps - 1, Int(position.rounded()))
    if abs(position - Double(nearest)) < 1e-9 || position > Double(timesteps - 1) {
      return levels[nearest]
    }
    let before = Int(position)
    let share = position - Double(before)
    let logSigma =
      (1 - share) * log(levels[before].relativeSigma)
      + share * log(levels[before + 1].relativeSigma)
    // Between no noise and no data there is no middle.
    return logSigma.isNaN ? levels[nearest] : level(relativeSigma: exp(logSigma))
  }

  /// How many noising steps lead nearest to a level, judged by `sigma / alpha` on a logarithmic
  /// scale: 0 for the clean level.
  public func noisingSteps(nearestTo level: NoiseLevel) -> Int {
    if level.isClean { return 0 }
    let target = level.logSNR
    // Log-SNR never rises along the levels: the first that is not above the target, by bisection.
    var low = 0
    var high = timesteps - 1
    while low < high {
      let middle = (low + high) / 2
      if levels[middle].logSNR <= target { high = middle } else { low = middle + 1 }
    }
    let isBeforeNearer =
      low > 0 && levels[low - 1].logSNR - target < target - levels[low].logSNR
    return isBeforeNearer ? low : low + 1
  }
}
