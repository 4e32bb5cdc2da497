/// A network that tells what a picture shows, and whose last hidden layer are the features by which
/// sets of pictures are compared.
public struct PictureClassifier: Sendable, Equatable {
  let network: PartNetwork
  let vocabulary: PictureVocabulary

  /// How many numbers the features are.
  public static let featureCount = 32
  static let hidden = [96, featureCount]

  /// The most probable word of every attribute, for each picture.
  public func traits(of pictures: [[Float]]) -> [[Int]] {
    let scores = network.answers(to: pictures.flatMap { $0 })
    let width = network.outputs
    return pictures.indices.map { picture in
      vocabulary.attributes.indices.map { attribute in
        let range = vocabulary.tokens(of: attribute)
        let some = scores[
          (picture * width + range.lowerBound)..<(picture * width + range.upperBound)]
        return (some.indices.max { some[$0] < some[$1] } ?? some.startIndex) - some.startIndex
      }
    }
  }

  /// The features of pictures: what the last hidden layer answers.
  public func features(of pictures: [[Float]]) -> [[Double]] {
    let rows = network.answers(
      to: pictures.flatMap { $0 }, ofLayer: network.mlp.layers.count - 2)
    return pictures.indices.map { picture in
      (0..<Self.featureCount).map { Double(rows[picture * Self.featureCount + $0]) }
    }
  }

  /// The share of pictures of which an attribute is told right.
  public func accuracy(on pictures: [Picture], attribute: Int = 0) -> Double {
    let told = traits(of: pictures.map(\.pixels))
    let right = zip(pictures, told).count { $0.traits[attribute] == $1[attribute] }
    return Double(right) / Double(max(1, pictures.count))
  }
}

/// The classifier while it learns from drawn pictures.
struct PictureClassifierTrainer: Sendable {
  let vocabulary: PictureVocabulary
  private var learner: PartLearner
  var steps: Int { learner.steps }

  /// Pixels are blurred by noise of this deviation, so that slightly wrong pictures are told too.
  private static let blur: Float = 0.05

  init(vocabulary: PictureVocabulary, pixels: Int, from stream: inout RandomStream) {
    self.vocabulary = vocabulary
    learner = PartLearner(
      inputs: pixels, hidden: PictureClassifier.hidden, outputs: vocabulary.traitCount,
      from: &stream)
  }

  /// - Returns: the mean cross-entropy of the batch in nats, summed over the attributes.
  mutating func step(on batch: [Picture], rate: Double, from stream: inout RandomStream) -> Double {
    var loss = 0.0
    var one: [Float] = []
    for (number, block) in Blocks(of: batch.count).enumerated() {
      var inputs = batch[block].flatMap(\.pixels)
      LatentNoise.add(to: &inputs, deviation: Self.blur, from: &stream)
      let scores = learner.answers(to: inputs, rows: block.count)
      var gradient: [Float] = []
      for (row, picture) in batch[block].enumerated() {
        let range = row * vocabulary.traitCount..<(row + 1) * vocabulary.traitCount
        loss += SoftmaxLoss.loss(
          scores[range], picture.traits, in: vocabulary, gradient: &one)
        gradient += one.map { $0 / Float(batch.count) }
      }
      _ = learner.learn(from: gradient, rows: block.count, isFirst: number == 0)
    }
    learner.advance(rate: rate)
    return loss / Double(batch.count)
  }

  var classifier: PictureClassifier {
    PictureClassifier(network: learner.network, vocabulary: vocabulary)
  }
}

/// Normal numbers for rows of floats.
enum LatentNoise {
  static func normals(_ count: Int, from stream: inout RandomStream) -> [Float] {
    let points = stream.normalPoints((count + 1) / 2)
    return [Float](count: count) { values in
      for index in 0..<count {
        let point = points[index / 2]
        values.initializeElement(
          at: index, to: Float(index.isMultiple(of: 2) ? point.x : point.y))
      }
    }
  }

  static func add(
    to values: inout [Float], deviation: Float, from stream: inout RandomStream
  ) {
    let noise = normals(values.count, from: &stream)
    for index in values.indices { values[index] += deviation * noise[index] }
  }
}
