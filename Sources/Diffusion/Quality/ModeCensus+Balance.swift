import Foundation

extension ModeCensus {
  /// How many modes have, within three standard deviations, at least this part of the points they
  /// would have if all modes had as many, and at least one.
  public func modesFound(withShareOfEqual part: Double) -> Int {
    let total = modes.reduce(0) { $0 + $1.count }
    let equal = Double(total) / Double(modes.count)
    return modes.count { $0.supportedCount > 0 && Double($0.supportedCount) >= part * equal }
  }

  /// How far the modes' shares are from others, `Σ share ln(share / other)`, in nats; infinite where
  /// points are in a mode that should have none.
  public func divergence(from others: [Double]) -> Double {
    Self.divergence(modes.map(\.share), from: others)
  }

  static func divergence(_ shares: [Double], from others: [Double]) -> Double {
    zip(shares, others).reduce(0) { sum, pair in
      pair.0 > 0 ? sum + pair.0 * log(pair.0 / pair.1) : sum
    }
  }

  /// `−Σ share ln share`, in nats: the logarithm of how many equal modes would be as diverse.
  static func entropy(_ shares: [Double]) -> Double {
    shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
  }

  /// The share of every label in the exact distribution.
  static func expectedShares(of mixture: GaussianMixture) -> [Double] {
    var shares = [Double](repeating: 0, count: mixture.labels.count)
    for (component, label) in zip(mixture.components, mixture.labelIndices) {
      shares[label] += component.weight
    }
    return shares
  }
}
