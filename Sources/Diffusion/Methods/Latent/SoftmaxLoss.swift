import Foundation

/// The cross-entropy of several questions that each have one right word.
enum SoftmaxLoss {
  /// - Parameters:
  ///   - scores: one for every word of every attribute, in turn.
  ///   - traits: for every attribute the right word; nil where it is not asked.
  ///   - gradient: filled with the derivatives with respect to the scores.
  /// - Returns: the sum of the natural cross-entropies over the attributes.
  static func loss<Number: BinaryFloatingPoint>(
    _ scores: ArraySlice<Number>, _ traits: [Int?], in vocabulary: PictureVocabulary,
    gradient: inout [Number]
  ) -> Double {
    gradient.removeAll(keepingCapacity: true)
    var loss = 0.0
    for (attribute, word) in traits.enumerated() {
      let range = vocabulary.tokens(of: attribute)
      guard let word else {
        gradient.append(contentsOf: repeatElement(0, count: range.count))
        continue
      }
      let shares = shares(
        scores[(scores.startIndex + range.lowerBound)..<(scores.startIndex + range.upperBound)])
      loss -= logarithm(shares[word])
      for (index, share) in shares.enumerated() {
        gradient.append(Number(share - (index == word ? 1 : 0)))
      }
    }
    return loss
  }

  /// The probabilities of scores.
  static func shares<Number: BinaryFloatingPoint>(_ scores: ArraySlice<Number>) -> [Double] {
    let highest = Double(scores.max() ?? 0)
    let weights = scores.map { exp(Double($0) - highest) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

extension SoftmaxLoss {
  /// The logarithm of a probability, finite also where it has underflowed.
  static func logarithm(_ share: Double) -> Double { log(max(share, 1e-300)) }
}
