/// A map from the unit square to the plane, one coordinate after the other, each rising in its own
/// share: `u` to the first coordinate, then the second given the first. Its inverse takes data to
/// the uniform distribution (Rosenblatt 1952; Knothe 1957).
public protocol QuantileMap: Sendable {
  var axes: AxisOrder { get }
  /// Where the coordinate that comes first has a share below it.
  func first(_ shares: [Double]) -> [Double]
  /// Where the other one has, given the first.
  func second(_ shares: [Double], given first: [Double]) -> [Double]
  /// The shares below a point, in the order of x and y.
  func shares(at points: [Point]) -> [Point]
  /// The logarithm of the density that the map gives to points.
  func logDensities(at points: [Point]) -> [Double]
}

extension QuantileMap {
  /// The points that belong to shares, given in the order of x and y.
  public func points(at shares: [Point]) -> [Point] {
    let firsts = first(shares.map { $0[axes.first] })
    let seconds = second(shares.map { $0[axes.second] }, given: firsts)
    return zip(firsts, seconds).map(axes.point)
  }
}

/// The exact map of a mixture.
public struct ExactQuantileMap: QuantileMap {
  public let mixture: GaussianMixture
  public let axes: AxisOrder
  let marginal: LineMixture

  public init(of mixture: GaussianMixture, axes: AxisOrder) {
    self.mixture = mixture
    self.axes = axes
    marginal = mixture.marginal(of: axes.first)
  }

  public func first(_ shares: [Double]) -> [Double] { shares.map { marginal.quantile($0) } }

  public func second(_ shares: [Double], given first: [Double]) -> [Double] {
    zip(shares, first).map { share, value in
      mixture.conditional(givenAxis: axes.first, at: value).quantile(share)
    }
  }

  public func shares(at points: [Point]) -> [Point] {
    points.map { point in
      let value = point[axes.first]
      let conditional = mixture.conditional(givenAxis: axes.first, at: value)
      return axes.point(marginal.cdf(value), conditional.cdf(point[axes.second]))
    }
  }

  public func logDensities(at points: [Point]) -> [Double] {
    mixture.diffused(to: .clean).logDensities(at: points)
  }
}
