/// The least variances that the pairs of a transport have, label by label.
struct NarrowModes {
  private let transport: Transport
  /// For every label that has pairs the least variance of its clean ends and of its starts.
  private let labels: [(label: Int, clean: Double, start: Double)]

  init(of transport: Transport) {
    self.transport = transport
    let pairs = Dictionary(grouping: transport.pairs, by: \.label)
    labels = pairs.map { label, pairs in
      (
        label,
        Self.least(pairs.map { transport.data.components[$0.clean].covariance }),
        Self.least(pairs.map { transport.prior.components[$0.start].covariance })
      )
    }
  }

  /// No pair is narrower at a time: a sum of covariances is at least as wide as the sum of their
  /// least variances, and exactly so where they are round.
  func leastVariance(at time: Double) -> Double {
    labels.reduce(.infinity) { least, mode in
      let here = transport.coefficients(ofLabel: mode.label, at: time)
      return min(
        least,
        here.alpha * here.alpha * mode.clean + here.sigma * here.sigma * mode.start + here.bridge)
    }
  }

  /// The times at which so many even steps begin, but for the last, to the data; a few hundred
  /// stand for more.
  func times(ofEvenSteps count: Int) -> [Double] {
    let first = 1 / Double(count)
    let moments = min(count - 1, 256)
    return (0..<moments).map { 1 - (1 - first) * Double($0) / Double(max(1, moments - 1)) }
  }

  private static func least(_ covariances: [Covariance]) -> Double {
    covariances.map(\.leastVariance).min() ?? .infinity
  }
}

extension Covariance {
  /// The variance along the direction in which it is least: the lesser eigenvalue.
  var leastVariance: Double {
    let (middle, half) = (trace / 2, (xx - yy) / 2)
    let greatest = middle + (half * half + xy * xy).squareRoot()
    // The product of both is the determinant; their difference would lose all digits.
    return determinant / greatest
  }
}
