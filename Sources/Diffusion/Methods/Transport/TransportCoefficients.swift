/// Where the points of a pair are at a time, and how fast that changes:
/// `x = alpha · clean + (1 − alpha) · centre + sigma · deviation`, with `centre + deviation` the
/// start; on a bridge there is noise of its own besides, which vanishes at both ends.
///
/// On the straight line, alpha = 1 − t and sigma = t, this is `(1 − t) · clean + t · start`; with
/// alpha² + sigma² = 1 it is the variance-preserving process of `x − centre`.
struct TransportCoefficients: Sendable, Equatable {
  let alpha: Double
  let sigma: Double
  let alphaRate: Double
  /// `sigma · dsigma/dt`: half the rate of the variance, finite also where sigma's own rate is not.
  let sigmaPull: Double
  /// dsigma/dt; infinite at the clean end of a variance-preserving path.
  let sigmaRate: Double
  /// The variance of the bridge's noise, `bridgeNoise² · alpha · sigma`: that of a Brownian bridge,
  /// `bridgeNoise² · t (1 − t)`, on the straight line.
  let bridge: Double
  /// Half the rate of the bridge's variance.
  let bridgePull: Double

  init(
    of path: ContinuousPath, at time: Double, clock: TransportClock = .common,
    bridgeNoise: Double = 0
  ) {
    let reading = clock.reading(at: time)
    let level = path.level(at: reading.time)
    let rates = path.rates(at: reading.time)
    alpha = level.alpha
    sigma = level.sigma
    alphaRate = reading.rate * rates.alpha
    sigmaRate = reading.rate == 0 ? 0 : reading.rate * rates.sigma
    // With alpha² + sigma² = 1, sigma · sigma' = −alpha · alpha'.
    sigmaPull =
      reading.rate
      * (rates.sigma.isFinite ? level.sigma * rates.sigma : -level.alpha * rates.alpha)
    let share = bridgeNoise * bridgeNoise
    bridge = share * alpha * sigma
    bridgePull = share == 0 ? 0 : share / 2 * (alphaRate * sigma + alpha * sigmaRate)
  }

  /// The rate of the deviation of the bridge's noise; infinite at both ends of a bridge.
  var bridgeRate: Double { bridgePull == 0 ? 0 : bridgePull / bridge.squareRoot() }
}
