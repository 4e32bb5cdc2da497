/// CLIP in miniature: an encoder of pictures and one of words, so that a picture and the words for it
/// lie in the same direction.
public struct PictureMatcher: Sendable, Equatable {
  let pictures: PartNetwork
  let texts: PartNetwork
  let vocabulary: PictureVocabulary

  static let width = 24
  static let pictureHidden = [96]
  static let textHidden = [48]

  /// The directions of pictures, each of unit length.
  public func directions(of pictures: [[Float]]) -> [[Double]] {
    Units(self.pictures.answers(to: pictures.flatMap { $0 }).map(Double.init), Self.width).rows
  }

  /// The directions of texts.
  public func directions(ofTexts texts: [[Int]]) -> [[Double]] {
    let rows = texts.flatMap { Self.words(of: $0, in: vocabulary) }
    return Units(self.texts.answers(to: rows).map(Double.init), Self.width).rows
  }

  /// Embeddings that were made, at the length that those of pictures have.
  func brought(_ embeddings: [[Float]]) -> [[Float]] {
    Self.told(Units(embeddings.flatMap { $0.map(Double.init) }, Self.width).rows)
  }

  /// The cosines of all pictures, in rows, with all texts.
  public func similarities(of pictures: [[Float]], with texts: [[Int]]) -> [[Double]] {
    let directions = directions(ofTexts: texts)
    return self.directions(of: pictures).map { one in
      directions.map { Units.product(one, $0) }
    }
  }

  /// The share of pictures nearer to their own text than to all others, and that of texts.
  public func retrieval(
    of pictures: [[Float]], with texts: [[Int]]
  ) -> (ofTexts: Double, ofPictures: Double) {
    let table = similarities(of: pictures, with: texts)
    let count = Double(max(1, table.count))
    let rows = table.indices.count { row in
      table[row].allSatisfy { $0 <= table[row][row] }
    }
    let columns = table.indices.count { column in
      table.allSatisfy { $0[column] <= table[column][column] }
    }
    return (Double(rows) / count, Double(columns) / count)
  }

  /// A number for every word, 1 where it is said and -1 after `not`.
  static func words(of tokens: [Int], in vocabulary: PictureVocabulary) -> [Float] {
    var row = [Float](repeating: 0, count: vocabulary.traitCount)
    let prompt = PicturePrompt(tokens: tokens, in: vocabulary)
    // Of a word that was learned since it knows nothing.
    for token in prompt.wanted where token < row.count { row[token] = 1 }
    for token in prompt.unwanted where token < row.count { row[token] = -1 }
    return row
  }
}

/// Both encoders while they learn which words belong to which picture.
struct PictureMatcherTrainer: Sendable {
  let vocabulary: PictureVocabulary
  private var pictures: PartLearner
  private var texts: PartLearner
  private let writer: CaptionWriter
  var steps: Int { texts.steps }

  /// A batch is one block: all its pairs are compared with one another.
  static let batch = MLP.blockSize
  /// How often a caption says all there is to say.
  private static let fullShare = 0.6

  init(of source: PictureSource, from stream: inout RandomStream) {
    writer = CaptionWriter(of: source)
    vocabulary = writer.vocabulary
    pictures = PartLearner(
      inputs: source.shape.count, hidden: PictureMatcher.pictureHidden,
      outputs: PictureMatcher.width,
      from: &stream)
    texts = PartLearner(
      inputs: vocabulary.traitCount, hidden: PictureMatcher.textHidden,
      outputs: PictureMatcher.width, from: &stream)
  }

  /// - Parameter batch: at most `batch` pictures.
  /// - Returns: the contrastive loss in nats.
  mutating func step(on batch: [Picture], rate: Double, from stream: inout RandomStream) -> Double {
    let words = batch.flatMap { picture in
      let isFull = stream.uniform() < Self.fullShare
      let tokens =
        isFull
        ? writer.fullTokens(for: picture.traits) : writer.tokens(for: picture.traits, from: &stream)
      return PictureMatcher.words(of: tokens, in: vocabulary)
    }
    let ours = pictures.answers(to: batch.flatMap(\.pixels), rows: batch.count)
    let theirs = texts.answers(to: words, rows: batch.count)
    let result = ContrastiveLoss.loss(
      pictures: ours.map(Double.init), texts: theirs.map(Double.init), width: PictureMatcher.width)
    _ = pictures.learn(from: result.pictures.map { Float($0) }, rows: batch.count, isFirst: true)
    _ = texts.learn(from: result.texts.map { Float($0) }, rows: batch.count, isFirst: true)
    pictures.advance(rate: rate)
    texts.advance(rate: rate)
    return result.loss
  }

  var matcher: PictureMatcher {
    PictureMatcher(pictures: pictures.network, texts: texts.network, vocabulary: vocabulary)
  }
}
