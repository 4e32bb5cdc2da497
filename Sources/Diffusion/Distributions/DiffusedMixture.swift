import CKernels
import Foundation

/// A mixture at one noise level: `p_t = Σ w_k N(alpha · m_k, alpha² · S_k + sigma² · I)`.
///
/// Everything is a closed form. Sums of exponentials keep the largest exponent apart, so values
/// stay finite hundreds of standard deviations away, and no formula divides by alpha or sigma, so
/// both ends of time are defined: at alpha = 0 the clean estimate is the data's mean, at sigma = 0
/// the noise estimate is 0.
public struct DiffusedMixture: Sendable {
  public let level: NoiseLevel
  /// The components at this level, with all that does not depend on the point worked out; those of
  /// a large mixture block by block.
  let lobes: [KernelLobe]
  /// The blocks of a large mixture; nil where every lobe is asked.
  let blocks: DiffusedBlocks?
  /// For every lobe the index of its component; nil where they have the same order.
  let order: [Int]?
  /// For every component the index of its label.
  let labelIndices: [Int]
  let labelCount: Int
  /// Set where neither the components nor the level have any width.
  let masses: PointMasses?

  init(mixture: GaussianMixture, level: NoiseLevel) {
    self.level = level
    labelIndices = mixture.labelIndices
    labelCount = mixture.labels.count
    order = mixture.blocks?.order
    blocks = mixture.blocks.map { DiffusedBlocks($0, at: level) }
    let components = mixture.components
    let arranged = order.map { $0.map { components[$0] } } ?? components
    masses = PointMasses(of: components, at: level)
    lobes = arranged.map { component in
      let inner = component.covariance
      let covariance = inner.scaled(by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      let precision = covariance.inverse
      return KernelLobe(
        logFactor: log(component.weight) - log(2 * Double.pi) - 0.5 * log(covariance.determinant),
        meanX: level.alpha * component.mean.x, meanY: level.alpha * component.mean.y,
        precisionXX: precision.xx, precisionXY: precision.xy, precisionYY: precision.yy,
        originX: component.mean.x, originY: component.mean.y,
        gainXX: level.alpha * (inner.xx * precision.xx + inner.xy * precision.xy),
        gainXY: level.alpha * (inner.xx * precision.xy + inner.xy * precision.yy),
        gainYX: level.alpha * (inner.xy * precision.xx + inner.yy * precision.xy),
        gainYY: level.alpha * (inner.xy * precision.xy + inner.yy * precision.yy))
    }
  }

  /// A mixture of Gaussians worked out elsewhere.
  ///
  /// - Parameter level: its sigma scales the noise estimate, which is −sigma times the score.
  init(level: NoiseLevel, lobes: [KernelLobe], labelIndices: [Int], labelCount: Int) {
    self.level = level
    self.lobes = lobes
    blocks = nil
    order = nil
    masses = nil
    self.labelIndices = labelIndices
    self.labelCount = labelCount
  }

  /// The logarithm of the density at a point.
  public func logDensity(at point: Point) -> Double {
    if let masses { return masses.logDensity(at: point) }
    var peak = -Double.infinity
    var sum = 0.0
    forLobes(at: point) { lobe in
      let exponent = Self.exponent(of: lobe, at: point)
      if exponent > peak {
        sum = sum * exp(peak - exponent) + 1
        peak = exponent
      } else if exponent > peak - Self.negligible {
        sum += exp(exponent - peak)
      }
    }
    return peak + log(sum)
  }

  /// The gradient of the log density.
  public func score(at point: Point) -> Point {
    if let masses { return masses.score(at: point) }
    let sums = weightedSums(at: point)
    return Point(-sums.pullX, -sums.pullY)
  }

  /// The posterior means of the clean point and of the noise.
  public func estimate(at point: Point) -> Estimate {
    if let masses { return masses.estimate(at: point) }
    let sums = weightedSums(at: point)
    return Estimate(
      clean: Point(sums.cleanX, sums.cleanY),
      noise: Point(level.sigma * sums.pullX, level.sigma * sums.pullY))
  }

  /// The posterior probability of every component, in the mixture's order.
  public func responsibilities(at point: Point) -> [Double] {
    if let masses { return masses.responsibilities(at: point) }
    let shares = shares(at: point)
    guard let order else { return shares }
    var responsibilities = shares
    for (index, share) in zip(order, shares) { responsibilities[index] = share }
    return responsibilities
  }

  /// The posterior probability of every lobe.
  func shares(at point: Point) -> [Double] {
    let exponents = lobes.map { Self.exponent(of: $0, at: point) }
    let peak = exponents.max() ?? 0
    let terms = exponents.map { exp($0 - peak) }
    let total = terms.reduce(0, +)
    return terms.map { $0 / total }
  }

  /// Sums over the components, weighted by their responsibilities.
  private struct WeightedSums {
    var pullX = 0.0
    var pullY = 0.0
    var cleanX = 0.0
    var cleanY = 0.0
    var total = 0.0

    mutating func scale(by factor: Double) {
      pullX *= factor
      pullY *= factor
      cleanX *= factor
      cleanY *= factor
      total *= factor
    }
  }

  /// A lobe whose exponent is this far below the largest changes no digit of a sum of 100,000.
  static let negligible = 50.0

  /// Goes through the lobes that matter at a point: all of them, unless they are very many.
  @inline(__always)
  private func forLobes(at point: Point, _ body: (KernelLobe) -> Void) {
    guard let blocks else {
      for lobe in lobes { body(lobe) }
      return
    }
    for range in blocks.ranges(from: point, to: point, among: lobes) {
      for lobe in lobes[range] { body(lobe) }
    }
  }

  /// One pass over the components; what was summed is scaled down whenever a larger exponent
  /// comes: scalars, one exponential each. Batches go through the kernels instead, which are held
  /// against this.
  private func weightedSums(at point: Point) -> WeightedSums {
    var sums = WeightedSums()
    var peak = -Double.infinity
    forLobes(at: point) { lobe in
      let dx = point.x - lobe.meanX
      let dy = point.y - lobe.meanY
      let pullX = lobe.precisionXX * dx + lobe.precisionXY * dy
      let pullY = lobe.precisionXY * dx + lobe.precisionYY * dy
      let exponent = lobe.logFactor - 0.5 * (dx * pullX + dy * pullY)
      if exponent < peak - Self.negligible || exponent == -Double.infinity { return }
      if exponent > peak {
        sums.scale(by: exp(peak - exponent))
        peak = exponent
      }
      let weight = exp(exponent - peak)
      sums.total += weight
      sums.pullX += weight * pullX
      sums.pullY += weight * pullY
      sums.cleanX += weight * (lobe.originX + lobe.gainXX * dx + lobe.gainXY * dy)
      sums.cleanY += weight * (lobe.originY + lobe.gainYX * dx + lobe.gainYY * dy)
    }
    sums.scale(by: 1 / sums.total)
    return sums
  }

  static func exponent(of lobe: KernelLobe, at point: Point) -> Double {
    let dx = point.x - lobe.meanX
    let dy = point.y - lobe.meanY
    let squared =
      lobe.precisionXX * dx * dx + 2 * lobe.precisionXY * dx * dy + lobe.precisionYY * dy * dy
    return lobe.logFactor - 0.5 * squared
  }
}
