/// The way from data to noise, seen in two ways that have the same distribution at every level.
public enum ForwardProcess: String, Codable, Sendable, CaseIterable {
  /// One Markov step after another, each with fresh noise: q(x_t | x_(t−1)).
  case walk
  /// Straight from the data by the closed-form kernel q(x_t | x_0), one noise for all levels.
  case jump

  /// The points one noising step on.
  ///
  /// - Parameters:
  ///   - points: the points after `index` noising steps.
  ///   - clean: the data they came from.
  ///   - index: the schedule index t of the step, from 0.
  public func advance(
    _ points: [Point], clean: [Point], index: Int, schedule: Schedule, randomness: Randomness
  ) -> [Point] {
    switch self {
    case .walk:
      let transition = schedule.transition(atIndex: index)
      let deviation = transition.variance.squareRoot()
      var stream = randomness.stream(.forward, step: index)
      let noise = stream.normalPoints(points.count)
      return zip(points, noise).map { transition.scale * $0 + deviation * $1 }
    case .jump:
      var stream = randomness.stream(.forward, step: -1)
      return Self.kernel(
        clean: clean, noise: stream.normalPoints(clean.count), level: schedule.levels[index])
    }
  }

  /// The closed-form kernel: `x_t = alpha · x_0 + sigma · noise` (Ho et al. 2020, equation 4).
  public static func kernel(clean: [Point], noise: [Point], level: NoiseLevel) -> [Point] {
    zip(clean, noise).map { level.alpha * $0 + level.sigma * $1 }
  }
}
