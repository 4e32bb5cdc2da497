import Foundation

/// How wide an ancestral step is from each of some points, as a network has learned it (Nichol and
/// Dhariwal 2021, equation 15): for each axis a share v between the two variances that are known,
/// ```
/// variance = exp(v ln beta + (1 - v) ln beta-tilde)
/// ```
/// Both are meant in canonical coordinates, where data has unit spread and the schedule preserves the
/// variance; there `beta / beta-tilde = (1 + SNR_s) / (1 + SNR_t)` for a step from level t to an earlier
/// level s, with `SNR = (alpha spread / sigma)²`. So the same shares serve every schedule and every length
/// of a step: of variance-preserving schedules and data of unit spread they are the paper's own.
///
/// Nothing keeps v between 0 and 1, and between two modes, where the clean point is less certain than
/// any of a single Gaussian is, the best v is above 1.
public struct LearnedVariance: Sendable, Equatable {
  /// v of both axes, for every point.
  let shares: [Point]
  /// The spread of the data that the network has learned.
  let spread: Double

  /// Beyond these only a network that has learned nothing of use answers.
  static let range = -8.0...8

  /// Shares within the range.
  static func bounded(_ shares: Point) -> Point {
    func bounded(_ share: Double) -> Double {
      min(max(share, range.lowerBound), range.upperBound)
    }
    return Point(bounded(shares.x), bounded(shares.y))
  }

  /// `ln(beta / beta-tilde)` of a step in canonical coordinates.
  ///
  /// - Parameters:
  ///   - earlier: the signal-to-noise ratio where it leads to.
  ///   - later: that where it begins, at most as high.
  static func span(from later: Double, to earlier: Double) -> Double {
    log((1 + earlier) / (1 + later))
  }

  /// The covariance of a step from each point. It has to lead to a level with noise in it: where none
  /// is left beta-tilde is 0.
  public func covariances(over transition: Transition) -> [Covariance] {
    func ratio(_ level: NoiseLevel) -> Double {
      let root = level.alpha * spread / level.sigma
      return root * root
    }
    let span = Self.span(from: ratio(transition.to), to: ratio(transition.from))
    let least = transition.posterior.variance
    return shares.map {
      Covariance(xx: least * exp($0.x * span), xy: 0, yy: least * exp($0.y * span))
    }
  }

  /// The covariance of the clean point at each of the points, as the shares imply it: the last step, to the
  /// data, has no beta-tilde of its own.
  ///
  /// A step's best share is `v = ln(1 + D w) / ln(beta / beta-tilde)`, with D the signal-to-noise ratio it gains
  /// and w the variance of a clean coordinate of unit spread. It is read as that of a step of a length that
  /// shares are learned from most, and is that of a single Gaussian of unit spread exactly where v is 1.
  func cleanCovariances(at level: NoiseLevel) -> [Covariance] {
    let root = level.alpha * spread / level.sigma
    let (later, earlier) = (root * root, root * root * exp(Self.usualLength))
    let span = Self.span(from: later, to: earlier)
    func variance(_ share: Double) -> Double {
      // Where nothing is left of the data nothing is known of it.
      if later == 0 { return spread * spread }
      let own = expm1(share * span) / (earlier - later)
      // Below this only a network that has learned nothing of use answers.
      return spread * spread * max(own, 1e-3 / (1 + later))
    }
    return shares.map { Covariance(xx: variance($0.x), xy: 0, yy: variance($0.y)) }
  }

  /// The length in log-SNR that a share is taken to be of.
  private static let usualLength = 2.0
}
