import Foundation

/// Where the points of a cloud are: how many belong to each mode and how many to none.
///
/// A mode is a label: one Gaussian of a ring, or the whole string of beads of a moon. A point
/// belongs to the mode of the component it is nearest to, counted in that component's own standard
/// deviations (Mahalanobis), and is on the support when it is within three of them.
public struct ModeCensus: Sendable, Equatable, Codable {
  /// What was found of one mode.
  public struct Mode: Sendable, Equatable, Codable {
    public let label: String
    /// The mode's share of the exact distribution.
    public let expectedShare: Double
    /// The points nearest to the mode.
    public fileprivate(set) var count = 0
    /// Those of them within three standard deviations.
    public fileprivate(set) var supportedCount = 0
    /// The share of all points that is nearest to the mode.
    public fileprivate(set) var share = 0.0
    /// Whether the points on its support make up at least half of the expected share.
    public fileprivate(set) var isFound = false
  }

  /// The share of a Gaussian's points within three standard deviations: `1 − exp(−9/2)`, 98.89 %.
  public static let gaussianShareWithinThree = 1 - exp(-4.5)

  /// The modes in the order of the mixture's labels.
  public private(set) var modes: [Mode]
  /// The share of the points within three standard deviations of a component.
  public let shareWithinThree: Double

  public var modesFound: Int { modes.count { $0.isFound } }

  /// Counts the points of a cloud, which has at least one.
  public init(of points: [Point], in mixture: GaussianMixture) {
    precondition(!points.isEmpty, "a census needs a point")
    let shares = Self.expectedShares(of: mixture)
    modes = zip(mixture.labels, shares).map { Mode(label: $0, expectedShare: $1) }
    let components = NearestComponent(of: mixture)
    var supported = 0
    for point in points {
      let (index, squared) = components.nearest(to: point)
      let mode = mixture.labelIndices[index]
      modes[mode].count += 1
      if squared <= 9 {
        modes[mode].supportedCount += 1
        supported += 1
      }
    }
    let total = Double(points.count)
    shareWithinThree = Double(supported) / total
    for i in modes.indices {
      modes[i].share = Double(modes[i].count) / total
      modes[i].isFound = Double(modes[i].supportedCount) >= 0.5 * modes[i].expectedShare * total
    }
  }
}

extension GaussianMixture {
  /// The share of exact samples within three standard deviations of a component where it is known
  /// in closed form: all components at least six of their standard deviations apart. Where they
  /// overlap the share is larger and only real samples tell it: nil.
  public var shareWithinThree: Double? {
    // Thousands of components that far apart there are not.
    if components.count > MixtureBlocks.leastCount { return nil }
    for (i, one) in components.enumerated() {
      let precision = one.covariance.inverse
      for (j, other) in components.enumerated() where j != i {
        let offset = other.mean - one.mean
        if (offset * precision.applied(to: offset)).sum() < 36 { return nil }
      }
    }
    return ModeCensus.gaussianShareWithinThree
  }
}
