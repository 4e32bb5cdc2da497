import Foundation

/// How much of the data and how much noise a point holds: `x = alpha · clean + sigma · noise`.
public struct NoiseLevel: Sendable, Hashable, Codable {
  /// The share of the data, from 1 (clean) to 0.
  public let alpha: Double
  /// The standard deviation of the noise, 0 at the clean end.
  public let sigma: Double

  public init(alpha: Double, sigma: Double) {
    precondition(alpha >= 0 && sigma >= 0 && alpha + sigma > 0, "a level holds data or noise")
    self.alpha = alpha
    self.sigma = sigma
  }

  /// The data itself.
  public static let clean = NoiseLevel(alpha: 1, sigma: 0)

  /// `alpha²`, the alpha-bar of the DDPM literature.
  public var alphaBar: Double { alpha * alpha }

  /// The logarithm of the signal-to-noise ratio, `2 ln(alpha / sigma)`; infinite at the ends.
  public var logSNR: Double { 2 * log(alpha / sigma) }

  /// The noise in coordinates where the data keeps its size: `sigma / alpha`, EDM's sigma.
  public var relativeSigma: Double { sigma / alpha }

  /// The root of `alpha² + sigma²`: the spread of `x` when the data has unit spread.
  public var scale: Double { (alpha * alpha + sigma * sigma).squareRoot() }

  /// Whether nothing but data is left.
  public var isClean: Bool { sigma == 0 }
}
