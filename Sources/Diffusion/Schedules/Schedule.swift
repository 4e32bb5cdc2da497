/// A path from data to noise: the level after each of T noising steps.
///
/// A schedule is data. Index t counts from 0; `levels[t]` is the level after noising step t + 1, so
/// that level 0 of the schedule already holds a little noise, as in the DDPM literature.
public struct Schedule: Sendable, Equatable {
  /// How alpha and sigma move together along a schedule.
  public enum Geometry: String, Sendable, Codable {
    /// alpha² + sigma² = 1: the DDPM family.
    case variancePreserving
    /// alpha = 1: the score-matching family of Song and Ermon.
    case varianceExploding
    /// alpha + sigma = 1: flow matching and rectified flow.
    case straightLine
  }

  public let specification: ScheduleSpecification
  public let geometry: Geometry
  /// The levels after 1, 2, … T noising steps; log-SNR never rises along them.
  public let levels: [NoiseLevel]
  /// For every step the share of the variance it replaces: `1 − (alpha_t / alpha_(t−1))²`.
  public let betas: [Double]

  /// Builds the schedule that a specification describes.
  public init(_ specification: ScheduleSpecification) throws(ScheduleError) {
    try specification.check()
    self.specification = specification
    switch specification.kind.rule {
    case .betas(let rule):
      let betas = rule(specification)
      geometry = .variancePreserving
      levels = Self.levels(fromBetas: betas)
      self.betas = betas
    case .levels(let geometry, let rule):
      self.geometry = geometry
      levels = rule(specification)
      betas = Self.betas(of: levels)
    }
  }

  /// A schedule of the same geometry with other levels.
  init(_ schedule: Schedule, levels: [NoiseLevel]) {
    specification = schedule.specification
    geometry = schedule.geometry
    self.levels = levels
    betas = Self.betas(of: levels)
  }

  /// T, the number of noising steps.
  public var timesteps: Int { levels.count }

  /// The level after a number of noising steps: 0 is clean, T the noisiest.
  public func level(afterSteps count: Int) -> NoiseLevel {
    count <= 0 ? .clean : levels[min(count, timesteps) - 1]
  }

  /// The Markov transition of step t, from the level before it.
  public func transition(atIndex t: Int) -> Transition {
    Transition(from: level(afterSteps: t), to: levels[t])
  }

  /// The variance of q(x_(t−1) | x_t, x_0), beta-tilde in DDPM (Ho et al. 2020, equation 7).
  public func posteriorVariance(atIndex t: Int) -> Double {
    let before = level(afterSteps: t)
    guard before.sigma > 0 else { return 0 }
    let ratio = before.sigma / levels[t].sigma
    let added =
      geometry == .variancePreserving ? betas[t] : Transition(from: before, to: levels[t]).variance
    return added * ratio * ratio
  }

  /// The level with a given `sigma / alpha` in this schedule's coordinates.
  ///
  /// Infinity is the level without data, which a schedule with exploding variance does not have.
  public func level(relativeSigma: Double) -> NoiseLevel {
    if relativeSigma == .infinity && geometry != .varianceExploding {
      return NoiseLevel(alpha: 0, sigma: 1)
    }
    switch geometry {
    case .variancePreserving:
      let alpha = 1 / (1 + relativeSigma * relativeSigma).squareRoot()
      return NoiseLevel(alpha: alpha, sigma: relativeSigma * alpha)
    case .varianceExploding:
      return NoiseLevel(alpha: 1, sigma: relativeSigma)
    case .straightLine:
      let alpha = 1 / (1 + relativeSigma)
      return NoiseLevel(alpha: alpha, sigma: relativeSigma * alpha)
    }
  }

  private static func levels(fromBetas betas: [Double]) -> [NoiseLevel] {
    var alphaBar = 1.0
    return betas.map { beta in
      alphaBar *= 1 - beta
      // Smaller numbers lose their digits and stick: levels would repeat.
      if alphaBar < .leastNormalMagnitude { alphaBar = 0 }
      return NoiseLevel(alpha: alphaBar.squareRoot(), sigma: (1 - alphaBar).squareRoot())
    }
  }

  private static func betas(of levels: [NoiseLevel]) -> [Double] {
    var before = NoiseLevel.clean
    return levels.map { level in
      defer { before = level }
      let kept = level.alpha / before.alpha
      return 1 - kept * kept
    }
  }
}
