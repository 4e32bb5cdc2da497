import Diffusion
import Foundation
import TextScreen

/// The exact density at every pixel of a picture, as logarithms up to a constant.
///
/// Of three ways the one that is quick: asking for every pixel where the components are few; for
/// many wide ones, between which nothing happens within a few pixels, asking on a lattice; and for
/// many narrow ones drawing each of them where it is not negligible.
struct DensityRaster: Sendable {
  /// Row after row; minus infinity where there is as good as nothing.
  let values: [Double]
  /// The largest value; nil where nothing is seen.
  let peak: Double?

  /// How many exponentials one frame may spend.
  private static let budget = 1_500_000
  /// From how many pixels of standard deviation on a component is wide.
  private static let wide = 3.0

  init(_ diffused: DiffusedMixture, of mixture: GaussianMixture, size: Size, on grid: Projection) {
    self.init(.diffused(diffused, of: mixture), size: size, on: grid)
  }

  init(_ marginal: Marginal, size: Size, on grid: Projection) {
    let components = marginal.components
    let diffused = marginal.mixture
    let count = max(1, components.count)
    let blobs = PixelBlob.all(components, on: grid)
    let isAffordable = count * size.area <= Self.budget
    if isAffordable || blobs.allSatisfy({ $0.leastDeviation >= Self.wide }) {
      let lattice = CoarseLattice(size: size, mostNodes: Self.budget / count) { pixels in
        diffused.logDensities(at: pixels.map { grid.place(ofDot: $0 + Point(0.5, 0.5)) })
      }
      values = lattice.interpolated()
    } else {
      values = PixelBlob.sum(blobs, size: size)
    }
    peak = values.max().flatMap { $0.isFinite ? $0 : nil }
  }

  /// Values worked out elsewhere.
  init(values: [Double]) {
    self.values = values
    peak = values.max().flatMap { $0.isFinite ? $0 : nil }
  }

  /// The value above which a share of all the mass that is seen lies.
  func threshold(holding share: Double) -> Double? {
    guard let peak else { return nil }
    var masses = [Double](repeating: 0, count: Self.bins)
    for value in values where value > peak - Self.depth {
      let bin = Int((peak - value) / Self.depth * Double(Self.bins))
      masses[min(bin, Self.bins - 1)] += exp(value - peak)
    }
    let wanted = share * masses.reduce(0, +)
    var sum = 0.0
    for (bin, mass) in masses.enumerated() {
      sum += mass
      if sum >= wanted { return peak - Double(bin + 1) / Double(Self.bins) * Self.depth }
    }
    return nil
  }

  /// How far below the peak mass is looked for, and in how many steps.
  private static let depth = 16.0
  private static let bins = 512
}

/// A Gaussian in units of pixels.
private struct PixelBlob {
  let mean: Point
  let covariance: Covariance
  let logFactor: Double

  /// A blob is at least about this wide, or it would fall between the pixels.
  private static let leastVariance = 0.1
  /// How many standard deviations from its mean a blob is drawn.
  private static let reach = 3.7

  static func all(_ components: [GaussianMixture.Component], on grid: Projection) -> [PixelBlob] {
    let unit = grid.dotsPerUnit
    return components.map { component in
      let world = component.covariance
      // Rows count downwards, so the sign of the correlation turns round.
      let covariance = Covariance(
        xx: world.xx * unit.x * unit.x + leastVariance, xy: -world.xy * unit.x * unit.y,
        yy: world.yy * unit.y * unit.y + leastVariance)
      return PixelBlob(
        mean: grid.dot(of: component.mean) - Point(0.5, 0.5),
        covariance: covariance,
        logFactor: log(component.weight) - 0.5 * log(covariance.determinant))
    }
  }

  /// The standard deviation along the shorter axis.
  var leastDeviation: Double {
    let half = (covariance.xx - covariance.yy) / 2
    let root = (half * half + covariance.xy * covariance.xy).squareRoot()
    return max(0, covariance.trace / 2 - root).squareRoot()
  }

  static func sum(_ blobs: [PixelBlob], size: Size) -> [Double] {
    var sums = [Double](repeating: 0, count: size.area)
    let largest = blobs.map(\.logFactor).max() ?? 0
    for blob in blobs { blob.draw(into: &sums, size: size, scale: exp(blob.logFactor - largest)) }
    return sums.map { log($0) }
  }

  /// Adds the blob: along a row an exponential of a quadratic function is a product that goes on
  /// by two multiplications for each pixel.
  private func draw(into sums: inout [Double], size: Size, scale: Double) {
    let precision = covariance.inverse
    let (across, down) = (
      Self.reach * covariance.xx.squareRoot(), Self.reach * covariance.yy.squareRoot()
    )
    let columns = Self.pixels(mean.x - across, mean.x + across, below: size.columns)
    let rows = Self.pixels(mean.y - down, mean.y + down, below: size.rows)
    guard let first = columns.first else { return }
    let dx = Double(first) - mean.x
    let bend = exp(-precision.xx)
    for row in rows {
      let dy = Double(row) - mean.y
      let form =
        precision.xx * dx * dx + 2 * precision.xy * dx * dy + precision.yy * dy * dy
      var value = scale * exp(-0.5 * form)
      var ratio = exp(-(precision.xx * (dx + 0.5) + precision.xy * dy))
      for index in row * size.columns + first...row * size.columns + (columns.last ?? first) {
        sums[index] += value
        value *= ratio
        ratio *= bend
      }
    }
  }

  /// The pixels between two places that lie on the picture.
  private static func pixels(_ from: Double, _ to: Double, below end: Int) -> Range<Int> {
    guard to >= 0, from <= Double(end - 1), to.isFinite, from.isFinite else { return 0..<0 }
    let first = Int(max(0, from.rounded(.up)))
    let last = Int(min(Double(end - 1), to.rounded(.down)))
    return first <= last ? first..<last + 1 : 0..<0
  }
}
