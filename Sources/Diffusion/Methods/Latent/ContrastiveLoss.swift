/// The loss of pairs that should find each other: for each picture the cross-entropy of its own words
/// among all words of the batch, for each text that of its own picture, half and half (van den Oord et
/// al. 2018; CLIP, Radford et al. 2021).
enum ContrastiveLoss {
  /// What cosines are multiplied by: one over a temperature of 0.07.
  static let sharpness = 1 / 0.07

  /// - Parameters:
  ///   - pictures: a row of `width` numbers for each pair, of any length.
  ///   - texts: the same.
  /// - Returns: the loss in nats, and the gradients with respect to both.
  static func loss(
    pictures: [Double], texts: [Double], width: Int
  ) -> (loss: Double, pictures: [Double], texts: [Double]) {
    let (ours, theirs) = (Units(pictures, width), Units(texts, width))
    let count = ours.rows.count
    let scores = ours.rows.map { one in
      theirs.rows.map { other in sharpness * Units.product(one, other) }
    }
    var loss = 0.0
    var toScores = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    let share = 0.5 / Double(count)
    for index in 0..<count {
      let byPicture = SoftmaxLoss.shares(scores[index][...])
      let byText = SoftmaxLoss.shares(scores.map { $0[index] }[...])
      loss -=
        share * (SoftmaxLoss.logarithm(byPicture[index]) + SoftmaxLoss.logarithm(byText[index]))
      for other in 0..<count {
        toScores[index][other] += share * byPicture[other]
        toScores[other][index] += share * byText[other]
      }
      toScores[index][index] -= 2 * share
    }
    var toPictures = [[Double]](repeating: [Double](repeating: 0, count: width), count: count)
    var toTexts = toPictures
    for row in 0..<count {
      for column in 0..<count {
        let factor = sharpness * toScores[row][column]
        for index in 0..<width {
          toPictures[row][index] += factor * theirs.rows[column][index]
          toTexts[column][index] += factor * ours.rows[row][index]
        }
      }
    }
    return (loss, ours.pulledBack(toPictures), theirs.pulledBack(toTexts))
  }
}

/// Rows brought to unit length.
struct Units {
  let rows: [[Double]]
  private let lengths: [Double]

  init(_ values: [Double], _ width: Int) {
    let rows = stride(from: 0, to: values.count, by: width).map { Array(values[$0..<$0 + width]) }
    lengths = rows.map { max(Self.product($0, $0).squareRoot(), 1e-12) }
    self.rows = zip(rows, lengths).map { row, length in row.map { $0 / length } }
  }

  /// The gradient with respect to the rows before.
  func pulledBack(_ gradient: [[Double]]) -> [Double] {
    rows.indices.flatMap { row -> [Double] in
      let along = Self.product(rows[row], gradient[row])
      return zip(gradient[row], rows[row]).map { ($0 - along * $1) / lengths[row] }
    }
  }

  static func product(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for index in one.indices { sum += one[index] * other[index] }
    return sum
  }
}
