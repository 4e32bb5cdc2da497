/// How a network is told a label: a place for every label, with a number where the label is and zeros
/// elsewhere; zeros everywhere tell it none.
///
/// What the first layer makes of a place is the embedding of its label. Several labels are told by
/// the mean of theirs; a network only makes sense of that if it has met such sets in training.
enum LabelInput {
  /// The number; larger than the other features, of which each label has a single one.
  static let value: Float = 2
  /// The standard deviation of the weights behind it at first.
  static let initialDeviation = 0.5
  /// The most labels a network can be told.
  static let most = LabelSet.most

  /// What tells a network of so many labels these ones.
  static func vector(of indices: [Int], among count: Int) -> [Float] {
    var vector = [Float](repeating: 0, count: count)
    for index in indices { vector[index] = value / Float(indices.count) }
    return vector
  }
}
