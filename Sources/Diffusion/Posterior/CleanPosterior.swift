import CKernels
import Foundation

/// What is known of the clean point that a noisy one came from, at one level of a mixture: the mean
/// and the covariance of `p(x_0 | x_t)`.
///
/// A component `N(m, S)` with `C = alpha² S + sigma² I` has there the mean
/// `m + alpha S C⁻¹ (x − alpha m)` and the covariance `sigma² S C⁻¹`, the same wherever the point is.
/// The whole has what its components have on average, and what their means differ by:
/// ```
/// Cov(x_0 | x) = Σ r_k sigma² S_k C_k⁻¹ + Σ r_k (m_k(x) − m(x)) (m_k(x) − m(x))ᵀ
/// ```
public struct CleanPosterior: Sendable {
  /// The mean of the clean point, and the two parts of its covariance.
  struct Moments {
    var mean: Point
    /// What the components have on average.
    var within: Covariance
    /// What their means differ by.
    var between: Covariance
  }

  let diffused: DiffusedMixture
  /// The covariance that every lobe leaves of its clean points.
  let within: [Covariance]
  /// The share of every lobe in all points.
  let weights: [Double]
  /// The trace of what the components have on average over all noisy points.
  var meanWithin: Double { zip(weights, within).reduce(0) { $0 + $1.0 * $1.1.trace } }

  /// `E[tr Cov(x_0 | x_t)] / 2` over the noisy points of the level: the mean variance of a clean
  /// coordinate, by an integral of its own. `DataPosterior` is for those who ask at many levels.
  var meanVariance: Double {
    let between = weights.count == 1 ? 0 : BetweenVariance(of: self).value
    return (meanWithin + between) / 2
  }

  /// - Parameter mixture: the data.
  public init(of mixture: GaussianMixture, at level: NoiseLevel) {
    diffused = mixture.diffused(to: level)
    let variance = level.sigma * level.sigma
    let order = mixture.blocks?.order
    let arranged = order.map { $0.map { mixture.components[$0] } } ?? mixture.components
    within = arranged.map { $0.covariance.left(of: level.alphaBar, noise: variance) }
    weights = arranged.map(\.weight)
  }

  /// The covariance of the clean point, given a noisy one.
  public func covariance(at point: Point) -> Covariance {
    let moments = moments(at: point)
    return moments.within.plus(moments.between)
  }

  /// The moments at a point. What is left out is below `exp(-50)` of the largest share.
  func moments(at point: Point) -> Moments {
    if diffused.masses != nil {
      return Moments(mean: diffused.estimate(at: point).clean, within: .zero, between: .zero)
    }
    let lobes = diffused.lobes
    let ranges =
      diffused.blocks?.ranges(from: point, to: point, among: lobes) ?? [0..<lobes.count]
    var peak = -Double.infinity
    for range in ranges {
      for lobe in lobes[range] { peak = max(peak, DiffusedMixture.exponent(of: lobe, at: point)) }
    }
    return moments(at: point, of: ranges.joined(), peak: peak).moments
  }

  /// The moments at a point of some lobes that matter there, and the sum of their densities over the
  /// exponential of the largest exponent.
  @inline(__always)
  func moments(
    at point: Point, of members: some Sequence<Int>, peak: Double
  ) -> (total: Double, moments: Moments) {
    let lobes = diffused.lobes
    // Means are taken from that of one that is in all of the sum, so that nothing is lost in
    // differences.
    var origin: Point?
    var (total, sum) = (0.0, Point.zero)
    var (inner, outer) = (Covariance.zero, Covariance.zero)
    for index in members {
      let exponent = DiffusedMixture.exponent(of: lobes[index], at: point) - peak
      guard exponent > -Self.negligible else { continue }
      let weight = exp(exponent)
      let clean = lobes[index].clean(at: point)
      let offset = clean - (origin ?? clean)
      origin = origin ?? clean
      total += weight
      sum += weight * offset
      inner.add(weight, within[index])
      outer.add(weight, squareOf: offset)
    }
    let mean = sum / total
    var between = outer.scaled(by: 1 / total, plusVariance: 0)
    between.add(-1, squareOf: mean)
    return (
      total,
      Moments(
        mean: (origin ?? .zero) + mean, within: inner.scaled(by: 1 / total, plusVariance: 0),
        between: between)
    )
  }

  private static let negligible = 50.0
}

extension KernelLobe {
  /// The mean of the clean points that have come to a place from this lobe.
  @inline(__always)
  func clean(at point: Point) -> Point {
    let offset = Point(point.x - meanX, point.y - meanY)
    return Point(
      originX + gainXX * offset.x + gainXY * offset.y,
      originY + gainYX * offset.x + gainYY * offset.y)
  }
}

extension Covariance {
  /// What is left of it once a point is seen through noise: `n S (a S + n I)⁻¹`, symmetric since both
  /// factors have the same axes.
  func left(of signal: Double, noise: Double) -> Covariance {
    if noise == 0 { return .zero }
    let precision = scaled(by: signal, plusVariance: noise).inverse
    return Covariance(
      xx: noise * (xx * precision.xx + xy * precision.xy),
      xy: noise * (xx * precision.xy + xy * precision.yy),
      yy: noise * (xy * precision.xy + yy * precision.yy))
  }

  func plus(_ other: Covariance) -> Covariance {
    Covariance(xx: xx + other.xx, xy: xy + other.xy, yy: yy + other.yy)
  }

  @inline(__always)
  fileprivate mutating func add(_ weight: Double, _ other: Covariance) {
    xx += weight * other.xx
    xy += weight * other.xy
    yy += weight * other.yy
  }

  /// Adds a share of the square of a vector, `v vᵀ`.
  @inline(__always)
  fileprivate mutating func add(_ weight: Double, squareOf vector: Point) {
    xx += weight * vector.x * vector.x
    xy += weight * vector.x * vector.y
    yy += weight * vector.y * vector.y
  }
}
