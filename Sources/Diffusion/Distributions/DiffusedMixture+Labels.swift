import CKernels
import Foundation

/// Which label a point belongs to.
extension DiffusedMixture {
  /// The posterior probability of every label, in the order of the mixture's `labels`.
  public func labelPosterior(at point: Point) -> [Double] {
    if labelCount == 1 { return [1] }
    var posterior = [Double](repeating: 0, count: labelCount)
    if let masses {
      for (label, share) in zip(labelIndices, masses.responsibilities(at: point)) {
        posterior[label] += share
      }
      return posterior
    }
    guard let blocks, let order else {
      for (label, share) in zip(labelIndices, shares(at: point)) { posterior[label] += share }
      return posterior
    }
    let near = blocks.ranges(from: point, to: point, among: lobes).joined()
    let exponents = near.map { Self.exponent(of: lobes[$0], at: point) }
    let peak = exponents.max() ?? 0
    var total = 0.0
    for (lobe, exponent) in zip(near, exponents) {
      let term = exp(exponent - peak)
      posterior[labelIndices[order[lobe]]] += term
      total += term
    }
    return posterior.map { $0 / total }
  }

  /// How much of the best guess at a point is a label, for points and their labels: 1 where it alone
  /// is the most probable, a half where two are, and so on; 0 where another is more probable.
  ///
  /// - Parameters:
  ///   - labels: indices in the mixture's `labels`.
  ///   - points: as many as labels; what there is more of one is left out.
  public func sharesOfMostProbable(
    _ labels: ArraySlice<Int>, at points: [Point]
  ) -> [Double] {
    guard masses == nil, blocks == nil else {
      return zip(labels, points).map { Self.share(of: $0, in: labelPosterior(at: $1)) }
    }
    // A frame asks for 20,000 points: the lists are made once.
    var posterior = [Double](repeating: 0, count: labelCount)
    var exponents = [Double](repeating: 0, count: lobes.count)
    return zip(labels, points).map { label, point in
      weigh(point, into: &posterior, &exponents)
      return Self.share(of: label, in: posterior)
    }
  }

  /// What is proportional to the posterior probability of every label, but for what is negligible
  /// beside the largest.
  private func weigh(_ point: Point, into weights: inout [Double], _ exponents: inout [Double]) {
    var peak = -Double.infinity
    for index in lobes.indices {
      let exponent = Self.exponent(of: lobes[index], at: point)
      exponents[index] = exponent
      peak = max(peak, exponent)
    }
    for label in weights.indices { weights[label] = 0 }
    for index in lobes.indices where exponents[index] > peak - Self.negligible {
      weights[labelIndices[index]] += exp(exponents[index] - peak)
    }
  }

  private static func share(of label: Int, in weights: [Double]) -> Double {
    let most = (weights.max() ?? 0) * (1 - tie)
    // A point that ran away has no weights at all.
    guard most > 0, weights[label] >= most else { return 0 }
    return 1 / Double(weights.count { $0 >= most })
  }

  /// By what part of it two probabilities may differ and be the same but for rounding.
  private static var tie: Double { 1e-9 }
}
