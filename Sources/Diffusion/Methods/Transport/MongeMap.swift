/// The cheapest way from one Gaussian to another, in closed form (Dowson and Landau 1982): the
/// limit that minibatch optimal transport of Gaussians comes to with large batches.
///
/// `clean = m0 + A (start − m1)` with `A = S1^(−1/2) (S1^(1/2) S0 S1^(1/2))^(1/2) S1^(−1/2)`; on
/// the straight line no two ways meet, so one pair passes through each point at a time.
public struct MongeMap: Sendable {
  private let clean: Point
  private let start: Point
  /// The symmetric matrix A.
  public let matrix: Covariance

  public init(
    from start: GaussianMixture.Component, to clean: GaussianMixture.Component
  ) {
    let root = start.covariance.squareRoot
    let middle = clean.covariance.congruent(to: root).squareRoot
    matrix = middle.congruent(to: root.inverse)
    self.clean = clean.mean
    self.start = start.mean
  }

  /// Where a start goes.
  public func clean(of start: Point) -> Point {
    clean + matrix.applied(to: start - self.start)
  }

  /// The velocity start − clean of the pair that passes through a point at a time on the straight
  /// line.
  public func velocity(at point: Point, time: Double) -> Point {
    // x − mean(t) = ((1 − t) A + t) (start − m1)
    let spread = matrix.scaled(by: 1 - time, plusVariance: time)
    let offset = point - ((1 - time) * clean + time * start)
    let from = start + spread.inverse.applied(to: offset)
    return from - clean(of: from)
  }
}

extension Covariance {
  /// The symmetric root of a positive definite matrix.
  fileprivate var squareRoot: Covariance {
    let root = determinant.squareRoot()
    let scale = 1 / (trace + 2 * root).squareRoot()
    return Covariance(xx: scale * (xx + root), xy: scale * xy, yy: scale * (yy + root))
  }

  /// `other · self · other`.
  fileprivate func congruent(to other: Covariance) -> Covariance {
    let first = applied(to: Point(other.xx, other.xy))
    let second = applied(to: Point(other.xy, other.yy))
    return Covariance(
      xx: other.xx * first.x + other.xy * first.y, xy: other.xx * second.x + other.xy * second.y,
      yy: other.xy * second.x + other.yy * second.y)
  }
}
