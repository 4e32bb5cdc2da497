import Foundation

/// The noise levels that training visits: the logarithm of sigma / alpha is normal (Karras et al. 2022).
enum LatentLevels {
  private static let mean = -0.5
  private static let deviation = 1.4

  /// A level by its share of all, from 0 to 1.
  static func level(_ share: Double) -> NoiseLevel {
    let normal = StandardNormal.quantile(min(share, 1 - 1e-9))
    let ratio = exp(mean + deviation * normal)
    let alpha = 1 / (1 + ratio * ratio).squareRoot()
    return NoiseLevel(alpha: alpha, sigma: ratio * alpha)
  }
}
