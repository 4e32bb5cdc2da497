/// The density that guidance names but does not sample: `p(x) p(labels | x)^weight`, up to a
/// constant.
///
/// Its score at the clean end is the guided one, and with noise it would have to be that of the
/// noised tilted density, which is another function than the guided score of the noised one; so
/// guided samples do not follow it (Bradley and Nakkiran 2024). In terms of the two distributions
/// that guidance compares it is `weak(x)^(1 − weight) strong(x)^weight`.
public struct TiltedDensity: Sendable {
  public let weight: Double
  private let strong: DiffusedMixture
  private let weak: DiffusedMixture
  /// A square around all that either distribution has within six standard deviations.
  private let area: PlaneArea

  public init(of guidance: Guidance, at level: NoiseLevel = .clean) {
    weight = guidance.specification.weight
    strong = guidance.target.diffused(to: level)
    weak = guidance.base.diffused(to: level)
    area = PlaneArea(around: [guidance.target, guidance.base], at: level)
  }

  /// The logarithm of the density at a point, up to a constant.
  public func logDensity(at point: Point) -> Double {
    tilt(weak.logDensity(at: point), strong.logDensity(at: point))
  }

  /// The logarithm of the density at all points of a batch, up to a constant.
  public func logDensities(at points: [Point]) -> [Double] {
    zip(weak.logDensities(at: points), strong.logDensities(at: points)).map(tilt)
  }

  private func tilt(_ weak: Double, _ strong: Double) -> Double {
    if weight == 0 { return weak }
    return weight == 1 ? strong : (1 - weight) * weak + weight * strong
  }

  /// The density on a grid that holds all of it but what rounding would lose.
  ///
  /// Away from another label the density may lie far outside the data: the grid grows until nothing
  /// of note is left at its edge. Some tilts have no end, and are cut off.
  ///
  /// - Parameter cells: how many cells a side has.
  public func normalized(cells: Int = 384) -> GridDensity {
    var area = area
    for _ in 0..<4 {
      let grid = GridDensity(over: area, cells: cells) { logDensities(at: $0) }
      if grid.edgeShare < 1e-6 { return grid }
      area = area.doubled
    }
    return GridDensity(over: area, cells: cells) { logDensities(at: $0) }
  }
}

/// A square of the plane.
public struct PlaneArea: Sendable, Hashable {
  public let centre: Point
  /// Half the length of a side.
  public let reach: Double

  public init(centre: Point, reach: Double) {
    self.centre = centre
    self.reach = reach
  }

  /// The square around all components within six standard deviations.
  init(around mixtures: [GaussianMixture], at level: NoiseLevel) {
    let boxes = mixtures.flatMap(\.components).map { component in
      let covariance = component.covariance.scaled(
        by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      let reach = 6 * Point(covariance.xx.squareRoot(), covariance.yy.squareRoot())
      return (low: level.alpha * component.mean - reach, high: level.alpha * component.mean + reach)
    }
    let low = boxes.map(\.low).reduce(Point(repeating: .infinity), pointwiseMin)
    let high = boxes.map(\.high).reduce(Point(repeating: -.infinity), pointwiseMax)
    self.init(centre: (low + high) / 2, reach: ((high - low) / 2).max())
  }

  var doubled: PlaneArea { PlaneArea(centre: centre, reach: 2 * reach) }
}
