/// A path from data to noise in continuous time, from 0 (the data's end) to 1 (the noise's).
public struct ContinuousPath: Sendable {
  /// How fast alpha and sigma change, per unit of time.
  public struct Rates: Sendable, Equatable {
    public let alpha: Double
    /// Infinite at the clean end of a variance-preserving path.
    public let sigma: Double
  }

  private let levelRule: @Sendable (_ time: Double) -> NoiseLevel
  private let ratesRule: @Sendable (_ time: Double) -> Rates

  init(
    level: @escaping @Sendable (_ time: Double) -> NoiseLevel,
    rates: @escaping @Sendable (_ time: Double) -> Rates
  ) {
    levelRule = level
    ratesRule = rates
  }

  /// The level at a time from 0 to 1.
  public func level(at time: Double) -> NoiseLevel { levelRule(time) }

  /// The derivatives of the level at a time from 0 to 1.
  public func rates(at time: Double) -> Rates { ratesRule(time) }

  /// The marginal velocity dx/dt of the probability-flow ODE,
  /// `E[alpha' · clean + sigma' · noise | x]`.
  ///
  /// At the clean end, where the expected noise is 0 and its rate may be infinite, the limit is
  /// taken from the score of the data: `(alpha' / alpha) · x − (sigma · sigma') · score`.
  public func velocity(at point: Point, estimate: Estimate, score: Point, time: Double) -> Point {
    let level = level(at: time)
    let rates = rates(at: time)
    if rates.sigma.isFinite { return rates.alpha * estimate.clean + rates.sigma * estimate.noise }
    // With alpha² + sigma² = 1, sigma · sigma' = −alpha · alpha'.
    return rates.alpha / level.alpha * point + level.alpha * rates.alpha * score
  }
}
