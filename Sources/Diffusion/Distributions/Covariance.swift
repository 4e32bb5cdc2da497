/// A symmetric 2 x 2 matrix: a covariance, or the inverse of one.
public struct Covariance: Sendable, Hashable, Codable {
  public var xx: Double
  public var xy: Double
  public var yy: Double

  public init(xx: Double, xy: Double, yy: Double) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// The covariance of independent coordinates with one standard deviation.
  public init(standardDeviation: Double) {
    let variance = standardDeviation * standardDeviation
    self.init(xx: variance, xy: 0, yy: variance)
  }

  public static let zero = Covariance(xx: 0, xy: 0, yy: 0)

  public var determinant: Double { xx * yy - xy * xy }

  public var trace: Double { xx + yy }

  /// What is left where the axes do not know of one another.
  public var diagonal: Covariance { Covariance(xx: xx, xy: 0, yy: yy) }

  /// Whether this is the covariance of a density: positive definite, with variances from 1e-12 to
  /// 1e24 and a correlation whose square is below 1 by more than rounding, so that the inverse
  /// means something.
  public var isPositiveDefinite: Bool {
    let variances = 1e-12...1e24
    return variances.contains(xx) && variances.contains(yy) && determinant > 1e-12 * xx * yy
  }

  /// The inverse; needs a determinant other than 0.
  public var inverse: Covariance {
    let scale = 1 / determinant
    return Covariance(xx: yy * scale, xy: -xy * scale, yy: xx * scale)
  }

  /// `factor · self + variance · identity`: what diffusion does to a covariance.
  public func scaled(by factor: Double, plusVariance variance: Double) -> Covariance {
    Covariance(xx: factor * xx + variance, xy: factor * xy, yy: factor * yy + variance)
  }

  /// The matrix applied to a vector.
  public func applied(to vector: Point) -> Point {
    Point(xx * vector.x + xy * vector.y, xy * vector.x + yy * vector.y)
  }

  /// A standard-normal vector turned into one with this covariance (lower Cholesky factor).
  public func coloured(_ normal: Point) -> Point {
    let a = xx.squareRoot()
    // Of no width in x there is nothing that both coordinates share.
    let b = a > 0 ? xy / a : 0
    let c = max(0, yy - b * b).squareRoot()
    return Point(a * normal.x, b * normal.x + c * normal.y)
  }
}
