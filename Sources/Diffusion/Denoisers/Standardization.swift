import Foundation

/// How data of any place and size is brought to mean 0 and unit spread.
///
/// It is used twice. Of an experiment it is the *frame*: the diffusion runs on standardized data, and
/// every place of the plane, clean or noisy, is `centre + spread · x` in the data's own units. Of a
/// network it is how the network sees what it is given, in the frame of its experiment.
///
/// With `clean = centre + spread · u`, a noisy point `x = alpha · clean + sigma · noise` is
/// `alpha · centre` plus a point of `u` at the level `(alpha · spread, sigma)`: the noise keeps its
/// meaning, only the data is measured in another unit.
public struct Standardization: Sendable, Hashable, Codable {
  /// The mean of the data.
  public let centre: Point
  /// The standard deviation of the data per axis, averaged over the directions; positive.
  public let spread: Double

  public init(centre: Point, spread: Double) {
    precondition(centre.isFinite && spread > 0 && spread.isFinite, "data has a place and a size")
    self.centre = centre
    self.spread = spread
  }

  /// The place and size of a mixture; of a single point of no width the size is 1.
  public init(of mixture: GaussianMixture) {
    let spread = mixture.spread
    self.init(centre: mixture.mean, spread: spread > 0 ? spread : 1)
  }

  /// Data that is standard already.
  public static let identity = Standardization(centre: .zero, spread: 1)

  /// A data point in standard units.
  public func standardized(_ clean: Point) -> Point { (clean - centre) / spread }

  /// A point in standard units as one of the data's own.
  public func restored(_ point: Point) -> Point {
    isIdentity ? point : centre + spread * point
  }

  /// Points in standard units.
  public func standardized(_ points: [Point]) -> [Point] {
    isIdentity ? points : points.map(standardized)
  }

  /// Points in standard units as some of the data's own.
  public func restored(_ points: [Point]) -> [Point] {
    isIdentity ? points : points.map(restored)
  }

  /// The logarithm of the area of the square of one standard unit: what a log density in the data's
  /// own units is lower by.
  public var logVolume: Double { 2 * log(spread) }

  /// Whether it leaves everything as it is.
  public var isIdentity: Bool { self == .identity }

  /// The same place and size in the coordinates of a frame.
  func seen(in frame: Standardization) -> Standardization {
    Standardization(centre: frame.standardized(centre), spread: spread / frame.spread)
  }

  /// A place and size in the coordinates of this frame, in the data's own units.
  func restored(_ inner: Standardization) -> Standardization {
    Standardization(centre: restored(inner.centre), spread: spread * inner.spread)
  }

  /// An estimate in standard units as one of the data.
  func restored(_ estimate: Estimate) -> Estimate {
    Estimate(clean: centre + spread * estimate.clean, noise: estimate.noise)
  }

  /// A level in canonical coordinates: see `CanonicalLevel`.
  func canonical(_ level: NoiseLevel) -> CanonicalLevel {
    let standard = NoiseLevel(alpha: level.alpha * spread, sigma: level.sigma)
    return CanonicalLevel(origin: level.alpha * centre, level: standard)
  }
}

/// A noise level as the network sees it: data of unit spread, and every point divided by the root
/// of `alpha² + sigma²`, so that points have unit spread at every level of every schedule.
struct CanonicalLevel {
  /// What is subtracted from a point first.
  let origin: Point
  /// What a point is divided by then.
  let scale: Double
  /// The level there: `alpha² + sigma² = 1`.
  let level: NoiseLevel

  init(origin: Point, level standard: NoiseLevel) {
    self.origin = origin
    scale = standard.scale
    level = NoiseLevel(alpha: standard.alpha / scale, sigma: standard.sigma / scale)
  }

  func point(_ point: Point) -> Point { (point - origin) / scale }
}
