/// A word, `*`, for what a few pictures have in common, learned while everything else stays as it is:
/// textual inversion (Gal et al. 2022).
public struct LearnedWord: Sendable, Equatable {
  /// Its row among the text encoder's embeddings of words.
  let row: [Float]
  /// The parts that it is a word for.
  let basis: PartBasis
}

extension TextEncoder {
  /// The encoder with a word that was learned since.
  func knowing(_ word: LearnedWord?) -> TextEncoder {
    guard let word else { return self }
    var encoder = self
    let first = vocabulary.newWord * Self.width
    encoder.parameters.replaceSubrange(first..<first + Self.width, with: word.row.map(Double.init))
    return encoder
  }
}

extension PicturePrompt {
  /// Whether it asks for the word that is learned from pictures, or for not that.
  func asksForNewWord(in vocabulary: PictureVocabulary) -> Bool {
    tokens.contains(vocabulary.newWord)
  }
}

/// The row of a word while it learns: the diffusion denoises the pictures under that word, and what
/// would make it err less is taken back through its networks and the text encoder to the row alone.
struct LearnedWordTrainer: Sendable {
  private var text: TextEncoder
  private let latents: [[Float]]
  private var groups: [Probe]
  private var optimizer = DoubleAdam(count: TextEncoder.width)

  /// - Parameters:
  ///   - latents: those of the pictures, at least one.
  ///   - groups: the networks of the diffusion, which stay as they are.
  init(of latents: [[Float]], text: TextEncoder, groups: [LatentGroup]) {
    self.latents = latents
    self.text = text
    self.groups = groups.map(Probe.init)
  }

  private var row: Range<Int> {
    let first = text.vocabulary.newWord * TextEncoder.width
    return first..<first + TextEncoder.width
  }

  /// - Returns: the mean squared error of v over the numbers of the latents.
  mutating func step(batch: Int, rate: Double, from stream: inout RandomStream) -> Double {
    let tokens = [text.vocabulary.newWord]
    let embedding = text.embedding(of: tokens)
    let members = (0..<batch).map { _ in latents[Int(stream.next() % UInt64(latents.count))] }
    var (first, loss) = (0, 0.0)
    var toEmbedding = [Double](repeating: 0, count: TextEncoder.width)
    for index in groups.indices {
      let range = first..<first + groups[index].features.latents
      loss += groups[index].learn(
        from: members.map { $0[range] }, told: embedding, into: &toEmbedding, from: &stream)
      first = range.upperBound
    }
    var sums = [Double](repeating: 0, count: text.parameters.count)
    TextPass(of: tokens, by: text)
      .learn(from: toEmbedding.map { $0 / text.scale }, text.parameters, into: &sums)
    var own = Array(text.parameters[row])
    optimizer.advance(&own, along: Array(sums[row]), rate: rate)
    text.parameters.replaceSubrange(row, with: own)
    return loss / Double(batch * first)
  }

  func word(on basis: PartBasis) -> LearnedWord {
    LearnedWord(row: text.parameters[row].map { Float($0) }, basis: basis)
  }
}

/// A network that is asked, and that gradients are taken back through; it learns nothing.
private struct Probe: Sendable {
  let features: LatentFeatures
  private var network: PartLearner

  init(_ group: LatentGroup) {
    features = group.features
    network = PartLearner(continuing: group.network, reachesInputs: true)
  }

  /// Adds the gradient with respect to the embedding that all rows are told.
  ///
  /// - Returns: the sum of the squared errors of v.
  mutating func learn(
    from batch: [ArraySlice<Float>], told embedding: [Float], into sums: inout [Double],
    from stream: inout RandomStream
  ) -> Double {
    var loss = 0.0
    for block in Blocks(of: batch.count) {
      let noisy = NoisyLatents(batch, block, features, from: &stream) { _ in embedding }
      let answers = network.answers(to: noisy.inputs, rows: block.count)
      let errors = zip(answers, noisy.targets).map { $0 - $1 }
      loss += errors.reduce(0) { $0 + Double($1 * $1) }
      let scale = 2 / Float(batch.count)
      let back = network.pulledBack(errors.map { scale * $0 }, rows: block.count)
      let place = features.count - TextEncoder.width
      for row in 0..<block.count {
        for index in sums.indices {
          sums[index] += Double(back[row * features.count + place + index])
        }
      }
    }
    return loss
  }
}
