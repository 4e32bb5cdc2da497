import Testing

@testable import Diffusion

/// Text encoders: gradients against finite differences in double precision, and what order tells.
@Suite struct TextEncoderTests {
  private static let vocabulary = PictureVocabulary(PictureSource.digits.attributes)

  private static func encoder(_ kind: TextEncoderKind) -> TextEncoder {
    var stream = Randomness(seed: 4).stream(.initialization)
    return TextEncoder(kind: kind, vocabulary: vocabulary, from: &stream)
  }

  private static func tokens(_ text: String) throws -> [Int] {
    try PicturePrompt(text, in: vocabulary).tokens
  }

  @Test("The gradient is that of differences", arguments: TextEncoderKind.allCases)
  func gradients(kind: TextEncoderKind) throws {
    let encoder = Self.encoder(kind)
    let examples: [(tokens: [Int], traits: [Int?])] = [
      (try Self.tokens("red seven not bold"), [7, 0, 0, nil, nil, nil]),
      (try Self.tokens("small three leaning left"), [3, nil, nil, 0, 0, nil]),
      ([], [nil, 2, nil, nil, nil, nil]),
    ]
    let gradient = TextEncoderTrainer.loss(of: encoder, on: examples).gradient
    let layout = encoder.layout
    // Some of each matrix: words, places, queries, keys, values, mixing, readout and biases.
    var indices = Array(stride(from: 7, to: layout.count, by: 37))
    indices += [layout.readout + 3, layout.biases + 7, layout.places - 1]
    var worst = 0.0
    for index in indices {
      func loss(_ step: Double) -> Double {
        var moved = encoder
        moved.parameters[index] += step
        return TextEncoderTrainer.loss(of: moved, on: examples).loss
      }
      let step = 1e-5
      let difference = (loss(step) - loss(-step)) / (2 * step)
      worst = max(worst, abs(difference - gradient[index]) / (1e-3 + abs(difference)))
    }
    #expect(worst < 1e-4)
    #expect(gradient.contains { abs($0) > 0.01 })
  }

  @Test("A bag of words does not know the order, and attention does")
  func order() throws {
    let (one, other) = (
      try Self.tokens("red seven not bold"), try Self.tokens("bold seven not red")
    )
    func distance(_ kind: TextEncoderKind) -> Float {
      let encoder = Self.encoder(kind)
      return zip(encoder.embedding(of: one), encoder.embedding(of: other))
        .reduce(0) { $0 + abs($1.0 - $1.1) }
    }
    #expect(distance(.bagOfWords) < 1e-5)
    #expect(distance(.attention) > 0.01)
  }

  @Test("Every word's looks sum to 1, and nothing is said of nothing")
  func shares() throws {
    let encoder = Self.encoder(.attention)
    let heads = try #require(encoder.attention(of: Self.tokens("red seven not bold")))
    #expect(heads.count == 2 && heads.allSatisfy { $0.count == 4 })
    for row in heads.flatMap(\.self) {
      #expect(abs(row.reduce(0, +) - 1) < 1e-12 && row.allSatisfy { $0 > 0 })
    }
    #expect(encoder.embedding(of: []).allSatisfy { $0 == 0 })
    #expect(Self.encoder(.bagOfWords).attention(of: [1]) == nil)
  }

  @Test("Learning tells more of what prompts say", arguments: TextEncoderKind.allCases)
  func learning(kind: TextEncoderKind) throws {
    var stream = Randomness(seed: 6).stream(.initialization)
    var trainer = TextEncoderTrainer(kind: kind, of: .digits, from: &stream)
    var (first, last) = (0.0, 0.0)
    for step in 1...220 {
      var draws = Randomness(seed: 6).stream(.training, step: step)
      let batch = (0..<16).map { _ in
        PictureSource.digits.attributes.map { Int(draws.next() % UInt64($0.words.count)) }
      }
      let loss = trainer.step(on: batch, rate: 0.02, from: &draws)
      if step <= 10 { first += loss / 10 }
      if step > 180 { last += loss / 40 }
    }
    #expect(last < 0.8 * first)
  }
}
