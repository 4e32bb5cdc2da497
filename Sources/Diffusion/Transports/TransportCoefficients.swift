/// Where the points of a pair are at a time, and how fast that changes:
/// `x = alpha · clean + (1 − alpha) · centre + sigma · deviation`, with `centre + deviation` the
/// start.
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

  init(of path: ContinuousPath, at time: Double, clock: TransportClock = .common) {
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
  }
}
