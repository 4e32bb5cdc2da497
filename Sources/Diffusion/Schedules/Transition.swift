/// One step of the Markov walk between two levels: `x_t = scale · x_s + sqrt(variance) · z`.
public struct Transition: Sendable, Equatable {
  /// What is left of the earlier point, `alpha_t / alpha_s`.
  public let scale: Double
  /// The variance of the fresh noise, `sigma_t² − scale² · sigma_s²`.
  public let variance: Double
  let from: NoiseLevel
  let to: NoiseLevel

  /// The transition from a level to a noisier one (or the same).
  public init(from: NoiseLevel, to: NoiseLevel) {
    scale = from.alpha > 0 ? to.alpha / from.alpha : 0
    let kept = scale * from.sigma
    variance = max(0, to.sigma * to.sigma - kept * kept)
    self.from = from
    self.to = to
  }

  /// The earlier point given the later one and the clean end point: the Gaussian that ancestral
  /// sampling draws from (Ho et al. 2020, equation 7, for any alpha and sigma).
  ///
  /// Written with the coefficients of (clean, x_t), it needs no division by alpha and so holds
  /// where alpha reaches 0.
  public var posterior: Posterior {
    let total = to.sigma * to.sigma
    guard total > 0 else { return Posterior(clean: 1, noisy: 0, variance: 0) }
    return Posterior(
      clean: from.alpha * variance / total,
      noisy: scale * from.sigma * from.sigma / total,
      variance: variance * from.sigma * from.sigma / total)
  }

  /// `x_s | x_t, x_0 ~ N(clean · x_0 + noisy · x_t, variance · I)`.
  public struct Posterior: Sendable, Equatable {
    public let clean: Double
    public let noisy: Double
    public let variance: Double
  }
}
