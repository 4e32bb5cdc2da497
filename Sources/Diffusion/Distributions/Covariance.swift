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
    self.init(xx: standardDeviation * standardDeviation, xy: 0, yy: standardDeviation * standardDeviation)
  }

  public static let zero = Covariance(xx: 0, xy: 0, yy: 0)

  public var determinant: Double { xx * yy - xy * xy }

  public var trace: Double { xx + yy }

  /// Whether this is the covariance of a density: finite, symmetric and positive definite.
  public var isPositiveDefinite: Bool {
    xx.isFinite && xy.isFinite && yy.isFinite && xx > 0 && yy > 0 && determinant > 0
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
    let b = xy / a
    let c = max(0, yy - b * b).squareRoot()
    return Point(a * normal.x, b * normal.x + c * normal.y)
  }
}
