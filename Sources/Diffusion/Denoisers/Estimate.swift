/// What a model believes about a noisy point: the expected end points of its path.
///
/// `x = alpha · clean + sigma · noise`, with `clean = E[x0 | x]` and `noise = E[eps | x]`. This is
/// the one currency between models and samplers; score, v and guidance are readings of it.
public struct Estimate: Sendable, Equatable {
  /// The expected data point, E[x0 | x].
  public var clean: Point
  /// The expected standard-normal noise, E[eps | x].
  public var noise: Point

  public init(clean: Point, noise: Point) {
    self.clean = clean
    self.noise = noise
  }

  /// An estimate not made yet.
  public static let zero = Estimate(clean: .zero, noise: .zero)

  /// The same end points seen at another level: one deterministic DDIM step, for any schedule
  /// (Song et al. 2021, equation 12 with eta = 0).
  public func renoised(to level: NoiseLevel) -> Point {
    level.alpha * clean + level.sigma * noise
  }

  /// The score, `∇ log p(x) = −noise / sigma`. Needs a level with noise in it.
  public func score(at level: NoiseLevel) -> Point {
    -noise / level.sigma
  }

  /// The v of Salimans and Ho 2022, `alpha · noise − sigma · clean`.
  public func v(at level: NoiseLevel) -> Point {
    level.alpha * noise - level.sigma * clean
  }
}
