import Foundation

/// How a text encoder reads.
public enum TextEncoderKind: String, Codable, Sendable, CaseIterable {
  /// Words add up, whatever their order.
  case bagOfWords = "bag-of-words"
  /// Words look at one another once, by two heads that know the places (Vaswani et al. 2017).
  case attention
}

/// Words as numbers that a network can be told: learned embeddings of the words, added up, with one
/// layer of attention before where their order counts.
///
/// It learns from captions alone, by answering what the picture of a caption shows.
public struct TextEncoder: Sendable, Equatable {
  public let kind: TextEncoderKind
  public let vocabulary: PictureVocabulary
  /// All that is learned; see `Layout`.
  var parameters: [Double]
  /// What embeddings are divided by to have about unit size.
  var scale = 1.0

  /// How many numbers an embedding is.
  public static let width = 24
  static let heads = 2

  init(
    kind: TextEncoderKind, vocabulary: PictureVocabulary, parameters: [Double], scale: Double = 1
  ) {
    self.kind = kind
    self.vocabulary = vocabulary
    self.parameters = parameters
    self.scale = scale
  }

  /// An encoder that has learned nothing.
  init(kind: TextEncoderKind, vocabulary: PictureVocabulary, from stream: inout RandomStream) {
    self.init(kind: kind, vocabulary: vocabulary, parameters: [])
    let layout = layout
    let normals = stream.normalPoints((layout.count + 1) / 2).flatMap { [$0.x, $0.y] }
    parameters = Array(normals.prefix(layout.count))
    for index in parameters.indices {
      parameters[index] *= index < layout.embeddingEnd ? 0.5 : 1 / Double(Self.width).squareRoot()
    }
    for index in layout.biases..<layout.count { parameters[index] = 0 }
    let new = vocabulary.newWord * Self.width
    for index in new..<new + Self.width { parameters[index] = 0 }
  }

  var layout: Layout { Layout(kind: kind, vocabulary: vocabulary) }

  /// Where the matrices lie among the parameters; all are rows, one for each input.
  struct Layout {
    let words: Int
    let traits: Int
    let isAttentive: Bool

    init(kind: TextEncoderKind, vocabulary: PictureVocabulary) {
      words = vocabulary.words.count
      traits = vocabulary.traitCount
      isAttentive = kind == .attention
    }

    private var square: Int { TextEncoder.width * TextEncoder.width }
    /// An embedding for each word, then one for each place.
    var places: Int { words * TextEncoder.width }
    var embeddingEnd: Int {
      places + (isAttentive ? PicturePrompt.mostTokens * TextEncoder.width : 0)
    }
    var queries: Int { embeddingEnd }
    var keys: Int { queries + square }
    var values: Int { keys + square }
    var mixing: Int { values + square }
    /// What an embedding says of each word of each attribute.
    var readout: Int { isAttentive ? mixing + square : embeddingEnd }
    var biases: Int { readout + TextEncoder.width * traits }
    var count: Int { biases + traits }
  }

  /// The embedding of a prompt; all zero for one that says nothing.
  public func embedding(of tokens: [Int]) -> [Float] {
    TextPass(of: tokens, by: self).sum.map { Float($0 / scale) }
  }

  /// How much each word looks at each other one: for each head a row for each word, whose shares sum to
  /// 1. Nil for an encoder without attention.
  public func attention(of tokens: [Int]) -> [[[Double]]]? {
    kind == .attention ? TextPass(of: tokens, by: self).attention : nil
  }
}

/// A prompt on its way through a text encoder, and back.
struct TextPass {
  let tokens: [Int]
  /// The embedding, before it is brought to unit size.
  private(set) var sum: [Double]
  /// For each head the shares of each word's look at the others.
  private(set) var attention: [[[Double]]] = []
  private var inputs: [[Double]] = []
  private var queries: [[Double]] = []
  private var keys: [[Double]] = []
  private var values: [[Double]] = []
  private var mixed: [Double] = []
  private let layout: TextEncoder.Layout

  private static let width = TextEncoder.width
  private static let headWidth = TextEncoder.width / TextEncoder.heads

  init(of tokens: [Int], by encoder: TextEncoder) {
    self.tokens = tokens
    layout = encoder.layout
    sum = [Double](repeating: 0, count: Self.width)
    let parameters = encoder.parameters
    for token in tokens {
      for index in 0..<Self.width { sum[index] += parameters[token * Self.width + index] }
    }
    if layout.isAttentive && !tokens.isEmpty { attend(parameters) }
  }

  private mutating func attend(_ parameters: [Double]) {
    let width = Self.width
    inputs = tokens.enumerated().map { place, token in
      (0..<width).map {
        parameters[token * width + $0] + parameters[layout.places + place * width + $0]
      }
    }
    queries = inputs.map { Self.product($0, parameters, layout.queries) }
    keys = inputs.map { Self.product($0, parameters, layout.keys) }
    values = inputs.map { Self.product($0, parameters, layout.values) }
    mixed = [Double](repeating: 0, count: width)
    attention = (0..<TextEncoder.heads).map { head in
      let part = head * Self.headWidth..<(head + 1) * Self.headWidth
      return queries.map { query in
        let scores = keys.map { key in
          part.reduce(0) { $0 + query[$1] * key[$1] } / Double(Self.headWidth).squareRoot()
        }
        let shares = SoftmaxLoss.shares(scores[...])
        for (share, value) in zip(shares, values) {
          for index in part { mixed[index] += share * value[index] }
        }
        return shares
      }
    }
    let added = Self.product(mixed, parameters, layout.mixing)
    for index in 0..<width { sum[index] += added[index] }
  }

  /// The scores of all words of all attributes.
  func scores(_ parameters: [Double]) -> [Double] {
    (0..<layout.traits).map { trait in
      (0..<Self.width).reduce(parameters[layout.biases + trait]) {
        $0 + sum[$1] * parameters[layout.readout + $1 * layout.traits + trait]
      }
    }
  }

  /// Adds to the gradient of the parameters what the gradient with respect to the scores gives.
  func learn(fromScores gradient: [Double], _ parameters: [Double], into sums: inout [Double]) {
    var embedding = [Double](repeating: 0, count: Self.width)
    for (trait, share) in gradient.enumerated() {
      sums[layout.biases + trait] += share
      for index in 0..<Self.width {
        let place = layout.readout + index * layout.traits + trait
        sums[place] += share * sum[index]
        embedding[index] += share * parameters[place]
      }
    }
    learn(from: embedding, parameters, into: &sums)
  }

  /// Adds what the gradient with respect to the embedding gives.
  func learn(from gradient: [Double], _ parameters: [Double], into sums: inout [Double]) {
    let width = Self.width
    for token in tokens {
      for index in 0..<width { sums[token * width + index] += gradient[index] }
    }
    guard layout.isAttentive && !tokens.isEmpty else { return }
    Self.addOuter(mixed, gradient, to: &sums, at: layout.mixing)
    let back = Self.transposedProduct(gradient, parameters, layout.mixing)
    let count = tokens.count
    let zeros = [[Double]](repeating: [Double](repeating: 0, count: width), count: count)
    var (toQueries, toKeys, toValues) = (zeros, zeros, zeros)
    let root = Double(Self.headWidth).squareRoot()
    for head in 0..<TextEncoder.heads {
      let part = head * Self.headWidth..<(head + 1) * Self.headWidth
      let worth = values.map { value in part.reduce(0) { $0 + back[$1] * value[$1] } }
      for (row, shares) in attention[head].enumerated() {
        let mean = zip(shares, worth).reduce(0) { $0 + $1.0 * $1.1 }
        for (column, share) in shares.enumerated() {
          let toScore = share * (worth[column] - mean) / root
          for index in part {
            toValues[column][index] += share * back[index]
            toQueries[row][index] += toScore * keys[column][index]
            toKeys[column][index] += toScore * queries[row][index]
          }
        }
      }
    }
    for (place, token) in tokens.enumerated() {
      for (some, start) in [
        (toQueries[place], layout.queries), (toKeys[place], layout.keys),
        (toValues[place], layout.values),
      ] {
        Self.addOuter(inputs[place], some, to: &sums, at: start)
        let toInput = Self.transposedProduct(some, parameters, start)
        for index in 0..<width {
          sums[token * width + index] += toInput[index]
          sums[layout.places + place * width + index] += toInput[index]
        }
      }
    }
  }

  /// A row times a square matrix.
  private static func product(_ row: [Double], _ matrix: [Double], _ start: Int) -> [Double] {
    var result = [Double](repeating: 0, count: width)
    for input in 0..<width {
      let place = start + input * width
      for output in 0..<width { result[output] += row[input] * matrix[place + output] }
    }
    return result
  }

  /// A row times the transpose of a square matrix.
  private static func transposedProduct(
    _ row: [Double], _ matrix: [Double], _ start: Int
  ) -> [Double] {
    (0..<width).map { input in
      (0..<width).reduce(0) { $0 + row[$1] * matrix[start + input * width + $1] }
    }
  }

  private static func addOuter(
    _ inputs: [Double], _ outputs: [Double], to sums: inout [Double], at start: Int
  ) {
    for (input, factor) in inputs.enumerated() {
      let place = start + input * width
      for (output, value) in outputs.enumerated() { sums[place + output] += factor * value }
    }
  }
}
