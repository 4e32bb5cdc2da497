/// A text encoder while it learns: it is shown captions, and answers what their pictures show of what
/// they speak of. Of what they do not mention it is not asked, so that a word for one thing says
/// nothing of others.
struct TextEncoderTrainer: Sendable {
  private(set) var encoder: TextEncoder
  private var optimizer: DoubleAdam
  private let writer: CaptionWriter
  var steps: Int { optimizer.steps }

  init(kind: TextEncoderKind, of source: PictureSource, from stream: inout RandomStream) {
    writer = CaptionWriter(of: source)
    encoder = TextEncoder(kind: kind, vocabulary: writer.vocabulary, from: &stream)
    optimizer = DoubleAdam(count: encoder.parameters.count)
  }

  /// - Parameter batch: the traits of pictures.
  /// - Returns: the mean cross-entropy in nats, summed over the attributes.
  mutating func step(on batch: [[Int]], rate: Double, from stream: inout RandomStream) -> Double {
    let examples = batch.map { traits in
      let tokens = writer.tokens(for: traits, from: &stream)
      return (tokens, Self.spoken(of: traits, in: tokens, encoder.vocabulary))
    }
    let (loss, gradient) = Self.loss(of: encoder, on: examples)
    optimizer.advance(&encoder.parameters, along: gradient, rate: rate)
    return loss
  }

  /// The traits of the attributes that a caption speaks of.
  private static func spoken(
    of traits: [Int], in tokens: [Int], _ vocabulary: PictureVocabulary
  ) -> [Int?] {
    let named = Set(tokens.compactMap { vocabulary.trait(of: $0)?.attribute })
    return traits.enumerated().map { named.contains($0) ? $1 : nil }
  }

  /// The mean loss of captions, and its gradient with respect to all parameters.
  static func loss(
    of encoder: TextEncoder, on examples: [(tokens: [Int], traits: [Int?])]
  ) -> (loss: Double, gradient: [Double]) {
    let parameters = encoder.parameters
    var sums = [Double](repeating: 0, count: parameters.count)
    var loss = 0.0
    var one: [Double] = []
    let share = 1 / Double(examples.count)
    for (tokens, traits) in examples {
      let pass = TextPass(of: tokens, by: encoder)
      loss +=
        share
        * SoftmaxLoss.loss(
          pass.scores(parameters)[...], traits, in: encoder.vocabulary, gradient: &one)
      pass.learn(fromScores: one.map { share * $0 }, parameters, into: &sums)
    }
    return (loss, sums)
  }

  /// What was learned, with embeddings brought to unit size over captions of such traits.
  func finished(over traits: [[Int]], from stream: inout RandomStream) -> TextEncoder {
    var squares = 0.0
    for some in traits {
      let sum = TextPass(of: writer.tokens(for: some, from: &stream), by: encoder).sum
      squares += sum.reduce(0) { $0 + $1 * $1 }
    }
    var encoder = encoder
    let mean = squares / Double(max(1, traits.count * TextEncoder.width))
    encoder.scale = max(mean.squareRoot(), 1e-6)
    return encoder
  }
}

/// Adam (Kingma and Ba 2015) in double precision with a rate that rises and then falls with the root
/// of the steps, for what is too small for the kernels.
struct DoubleAdam: Sendable {
  private var first: [Double]
  private var second: [Double]
  private(set) var steps = 0

  init(count: Int) {
    first = [Double](repeating: 0, count: count)
    second = first
  }

  mutating func advance(_ parameters: inout [Double], along gradient: [Double], rate: Double) {
    steps += 1
    let (old, older) = (0.9, 0.99)
    let pace = rate * Recipe.rate(atStep: steps)
    let (one, two) = (1 - powered(old), 1 - powered(older))
    for index in parameters.indices {
      first[index] += (1 - old) * (gradient[index] - first[index])
      second[index] += (1 - older) * (gradient[index] * gradient[index] - second[index])
      parameters[index] -= pace * (first[index] / one) / ((second[index] / two).squareRoot() + 1e-8)
    }
  }

  /// A decay to the power of the steps.
  private func powered(_ decay: Double) -> Double {
    var (result, base, rest) = (1.0, decay, steps)
    while rest > 0 {
      if rest & 1 == 1 { result *= base }
      base *= base
      rest >>= 1
    }
    return result
  }
}
