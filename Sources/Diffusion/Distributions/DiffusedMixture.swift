import Foundation

/// A mixture at one noise level: `p_t = Σ w_k N(alpha · m_k, alpha² · S_k + sigma² · I)`.
///
/// Everything is a closed form. Sums of exponentials keep the largest exponent apart, so values
/// stay finite hundreds of standard deviations away, and no formula divides by alpha or sigma, so
/// both ends of time are defined: at alpha = 0 the clean estimate is the data's mean, at sigma = 0
/// the noise estimate is 0.
public struct DiffusedMixture: Sendable {
  /// One component at this level, with all that does not depend on the point worked out.
  private struct Lobe {
    let logFactor: Double
    let meanX: Double
    let meanY: Double
    let precision: Covariance
    /// The data's mean, from which the clean estimate starts.
    let origin: Point
    /// `alpha · S · C⁻¹`: how much of an offset from the mean belongs to the clean point.
    let gain: Gain
  }

  /// A 2 x 2 matrix in row order.
  private struct Gain {
    let xx: Double
    let xy: Double
    let yx: Double
    let yy: Double
  }

  public let level: NoiseLevel
  private let lobes: [Lobe]
  private let labelIndices: [Int]
  private let labelCount: Int

  init(mixture: GaussianMixture, level: NoiseLevel) {
    self.level = level
    labelIndices = mixture.labelIndices
    labelCount = mixture.labels.count
    lobes = mixture.components.map { component in
      let inner = component.covariance
      let covariance = inner.scaled(by: level.alphaBar, plusVariance: level.sigma * level.sigma)
      let precision = covariance.inverse
      return Lobe(
        logFactor: log(component.weight) - log(2 * Double.pi) - 0.5 * log(covariance.determinant),
        meanX: level.alpha * component.mean.x, meanY: level.alpha * component.mean.y,
        precision: precision, origin: component.mean,
        gain: Gain(
          xx: level.alpha * (inner.xx * precision.xx + inner.xy * precision.xy),
          xy: level.alpha * (inner.xx * precision.xy + inner.xy * precision.yy),
          yx: level.alpha * (inner.xy * precision.xx + inner.yy * precision.xy),
          yy: level.alpha * (inner.xy * precision.xy + inner.yy * precision.yy)))
    }
  }

  /// The logarithm of the density at a point.
  public func logDensity(at point: Point) -> Double {
    var peak = -Double.infinity
    var sum = 0.0
    for lobe in lobes {
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
    let sums = weightedSums(at: point)
    return Point(-sums.pullX, -sums.pullY)
  }

  /// The posterior means of the clean point and of the noise.
  public func estimate(at point: Point) -> Estimate {
    let sums = weightedSums(at: point)
    return Estimate(
      clean: Point(sums.cleanX, sums.cleanY),
      noise: Point(level.sigma * sums.pullX, level.sigma * sums.pullY))
  }

  /// The posterior probability of every component, in the mixture's order.
  public func responsibilities(at point: Point) -> [Double] {
    let exponents = lobes.map { Self.exponent(of: $0, at: point) }
    let peak = exponents.max() ?? 0
    let terms = exponents.map { exp($0 - peak) }
    let total = terms.reduce(0, +)
    return terms.map { $0 / total }
  }

  /// The posterior probability of every label, in the order of the mixture's `labels`.
  public func labelPosterior(at point: Point) -> [Double] {
    var posterior = [Double](repeating: 0, count: labelCount)
    for (label, share) in zip(labelIndices, responsibilities(at: point)) {
      posterior[label] += share
    }
    return posterior
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

  /// A lobe whose exponent is this far below the largest changes no digit of a sum of 2000.
  private static let negligible = 45.0

  /// One pass over the components; what was summed is scaled down whenever a larger exponent
  /// comes. This is the hot loop of exact fields: scalars, no allocation, one exponential each.
  private func weightedSums(at point: Point) -> WeightedSums {
    var sums = WeightedSums()
    var peak = -Double.infinity
    for lobe in lobes {
      let dx = point.x - lobe.meanX
      let dy = point.y - lobe.meanY
      let pullX = lobe.precision.xx * dx + lobe.precision.xy * dy
      let pullY = lobe.precision.xy * dx + lobe.precision.yy * dy
      let exponent = lobe.logFactor - 0.5 * (dx * pullX + dy * pullY)
      if exponent < peak - Self.negligible || exponent == -Double.infinity { continue }
      if exponent > peak {
        sums.scale(by: exp(peak - exponent))
        peak = exponent
      }
      let weight = exp(exponent - peak)
      sums.total += weight
      sums.pullX += weight * pullX
      sums.pullY += weight * pullY
      sums.cleanX += weight * (lobe.origin.x + lobe.gain.xx * dx + lobe.gain.xy * dy)
      sums.cleanY += weight * (lobe.origin.y + lobe.gain.yx * dx + lobe.gain.yy * dy)
    }
    sums.scale(by: 1 / sums.total)
    return sums
  }

  private static func exponent(of lobe: Lobe, at point: Point) -> Double {
    let dx = point.x - lobe.meanX
    let dy = point.y - lobe.meanY
    let squared =
      lobe.precision.xx * dx * dx + 2 * lobe.precision.xy * dx * dy + lobe.precision.yy * dy * dy
    return lobe.logFactor - 0.5 * squared
  }
}
