import Foundation

/// A grid over the window that holds all but 1e-9 of the mass of a mixture at a level: in the plane
/// what no method can know in many dimensions, the partition function of an energy, is a sum over it.
public struct EnergyWindow: Sendable {
  /// The first cell's middle.
  public let origin: Point
  /// How far middles of cells are apart along each axis.
  public let step: Point
  public let columns: Int
  public let rows: Int

  /// How many standard deviations a component reaches along an axis: `P(|z| > 6.2) < 1e-9`.
  private static let reach = 6.2
  /// Middles of cells are at most this many of the least standard deviations apart: for sums of Gaussians
  /// the error of a sum over the grid is `exp(-2 pi² / 0.5²)` then.
  private static let fineness = 0.5
  /// The most cells along an axis.
  public static let mostCells = 512

  /// - Parameters:
  ///   - most: the most cells along an axis.
  ///   - shift: by which part of a cell the grid is moved, for another sum over the same window.
  public init(
    of mixture: GaussianMixture, at level: NoiseLevel, most: Int = mostCells, shift: Double = 0
  ) {
    var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    var least = Double.infinity
    for component in mixture.components {
      let covariance = component.covariance.scaled(
        by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      let deviations = Point(covariance.xx.squareRoot(), covariance.yy.squareRoot())
      let (mean, reach) = (level.alpha * component.mean, Self.reach * deviations)
      low = Point(min(low.x, mean.x - reach.x), min(low.y, mean.y - reach.y))
      high = Point(max(high.x, mean.x + reach.x), max(high.y, mean.y + reach.y))
      // The smaller root of the characteristic polynomial.
      let half = covariance.trace / 2
      let smaller = half - max(0, half * half - covariance.determinant).squareRoot()
      least = min(least, max(smaller, 1e-300).squareRoot())
    }
    func cells(_ length: Double) -> Int {
      Int(min(Double(most), max(32, (length / (Self.fineness * least)).rounded(.up))))
    }
    let size = high - low
    (columns, rows) = (cells(size.x), cells(size.y))
    step = Point(size.x / Double(columns), size.y / Double(rows))
    origin = low + Point((0.5 + shift) * step.x, (0.5 + shift) * step.y)
  }

  /// The middles of all cells, row by row.
  public var points: [Point] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        origin + Point(Double(column) * step.x, Double(row) * step.y)
      }
    }
  }

  /// The area of a cell.
  public var area: Double { step.x * step.y }
}

/// An energy with its partition function: a density.
public struct EnergyDensity: Sendable {
  public let model: any EnergyModel
  public let level: NoiseLevel
  /// The logarithm of the integral of exp(-E) over the window.
  public let logPartition: Double

  public init(of model: any EnergyModel, at level: NoiseLevel, over window: EnergyWindow) {
    self.model = model
    self.level = level
    logPartition =
      Self.logSum(model.energies(of: window.points, at: level).map { -$0.energy })
      + log(window.area)
  }

  /// The logarithms of the density at points of the level.
  public func logDensities(at points: [Point]) -> [Double] {
    model.energies(of: points, at: level).map { -$0.energy - logPartition }
  }

  /// The integral over a window, 1 where it is the one that the density was made over.
  public func mass(over window: EnergyWindow) -> Double {
    exp(Self.logSum(logDensities(at: window.points)) + log(window.area))
  }

  /// The Kullback-Leibler divergence of this density from a mixture's at the level, `E_p [ln p - ln q]`
  /// with p the mixture, by a sum over a window; nats.
  public func divergence(from mixture: GaussianMixture, over window: EnergyWindow) -> Double {
    let exact = mixture.diffused(to: level)
    let points = window.points
    let terms = zip(points, logDensities(at: points)).map { point, own -> Double in
      let log = exact.logDensity(at: point)
      return Foundation.exp(log) * (log - own)
    }
    return window.area * terms.reduce(0, +)
  }

  /// The part of that divergence which is in the shares of modes: of how much of everything lies where a label
  /// is the likeliest.
  public func modeDivergence(from mixture: GaussianMixture, over window: EnergyWindow) -> Double {
    let exact = mixture.diffused(to: level)
    let points = window.points
    var shares: [(exact: Double, own: Double)] = []
    for (point, own) in zip(points, logDensities(at: points)) {
      let posterior = exact.labelPosterior(at: point)
      if shares.isEmpty { shares = posterior.map { _ in (0, 0) } }
      guard let mode = posterior.indices.max(by: { posterior[$0] < posterior[$1] }) else {
        continue
      }
      shares[mode].exact += window.area * Foundation.exp(exact.logDensity(at: point))
      shares[mode].own += window.area * Foundation.exp(own)
    }
    return shares.reduce(0) {
      $1.exact > 0 ? $0 + $1.exact * log($1.exact / $1.own) : $0
    }
  }

  private static func logSum(_ logs: [Double]) -> Double {
    let peak = logs.max() ?? 0
    return peak + log(logs.reduce(0) { $0 + exp($1 - peak) })
  }
}
