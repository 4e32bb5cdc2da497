import Foundation

/// Where the points of a cloud are: how many belong to each mode and how many to none.
///
/// A mode is a label: one Gaussian of a ring, or the whole string of beads of a moon. A point
/// belongs to the mode of the component it is nearest to, counted in that component's own standard
/// deviations (Mahalanobis), and is on the support when it is within three of them. A mode is found
/// where it has about as many points as real data of that size (`ModeExpectation`).
public struct ModeCensus: Sendable, Equatable, Codable {
  /// Whether a cloud has what real data of its size has of a mode.
  public enum Verdict: String, Sendable, Codable {
    case found
    case lost
    /// There is no point of it, and among so few there may be none in real data either.
    case untold
  }

  /// What was found of one mode.
  public struct Mode: Sendable, Equatable, Codable {
    public let label: String
    /// The mode's share of the exact distribution.
    public let expectedShare: Double
    /// The share of real points that is nearest to the mode: less than the expected one where another
    /// mode lies over it.
    public let realShare: Double
    /// The points nearest to the mode.
    public fileprivate(set) var count = 0
    /// Those of them within three standard deviations.
    public fileprivate(set) var supportedCount = 0
    /// The share of all points that is nearest to the mode.
    public fileprivate(set) var share = 0.0
    public fileprivate(set) var verdict = Verdict.untold

    public var isFound: Bool { verdict == .found }
  }

  /// The share of a Gaussian's points within three standard deviations: `1 − exp(−9/2)`, 98.89 %.
  public static let gaussianShareWithinThree = 1 - exp(-4.5)

  /// The modes in the order of the mixture's labels.
  public let modes: [Mode]
  /// The share of the points within three standard deviations of a component.
  public let shareWithinThree: Double

  public var modesFound: Int { modes.count { $0.isFound } }
  public var modesLost: Int { modes.count { $0.verdict == .lost } }

  /// Counts the points of a cloud, which has at least one.
  ///
  /// - Parameter expectation: what real data shows of the mixture's modes; nil to find it out.
  public init(
    of points: [Point], in mixture: GaussianMixture, expecting expectation: ModeExpectation? = nil
  ) {
    precondition(!points.isEmpty, "a census needs a point")
    let expectation = expectation ?? ModeExpectation(of: mixture)
    let expected = Self.expectedShares(of: mixture)
    let tally = Self.tally(of: points, in: mixture)
    let total = Double(points.count)
    modes = mixture.labels.indices.map { index in
      var mode = Mode(
        label: mixture.labels[index], expectedShare: expected[index],
        realShare: expectation.shares[index])
      mode.count = tally.counts[index]
      mode.supportedCount = tally.supported[index]
      mode.share = Double(mode.count) / total
      let fewest = expectation.fewest(of: index, among: points.count)
      mode.verdict =
        mode.supportedCount >= max(1, fewest) ? .found : fewest == 0 ? .untold : .lost
      return mode
    }
    shareWithinThree = Double(tally.supported.reduce(0, +)) / total
  }

  /// The share of a cloud within three standard deviations of a component.
  static func shareWithinThree(of points: [Point], in mixture: GaussianMixture) -> Double {
    Double(tally(of: points, in: mixture).supported.reduce(0, +)) / Double(points.count)
  }

  /// How many points are nearest to each mode, and how many of these are within three standard
  /// deviations.
  static func tally(
    of points: [Point], in mixture: GaussianMixture
  ) -> (counts: [Int], supported: [Int]) {
    let components = NearestComponent(of: mixture)
    var counts = [Int](repeating: 0, count: mixture.labels.count)
    var supported = counts
    for point in points {
      let (index, squared) = components.nearest(to: point)
      let mode = mixture.labelIndices[index]
      counts[mode] += 1
      if squared <= 9 { supported[mode] += 1 }
    }
    return (counts, supported)
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
