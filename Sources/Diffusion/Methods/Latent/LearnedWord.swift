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
    encoder.parameters.replaceSubrange(
      row(ofWord: vocabulary.newWord), with: word.row.map(Double.init))
    return encoder
  }
}

extension PicturePrompt {
  /// Whether it asks for the word that is learned from pictures, or for not that.
  func asksForNewWord(in vocabulary: PictureVocabulary) -> Bool {
    tokens.contains(vocabulary.newWord)
  }
}

/// The row of a word while it learns: the diffusion denoises the pictures under captions with that word,
/// and what would make it err less is taken back through its networks and the text encoder to the row
/// alone.
///
/// A row that is longer than those of other words drowns them: `three *` is then no three. So it is kept
/// as short as the shortest of them.
struct LearnedWordTrainer: Sendable {
  private var text: TextEncoder
  private let latents: [[Float]]
  private let captions: WordCaptions
  private let longest: Double
  private var groups: [Probe]
  private var optimizer = DoubleAdam(count: TextEncoder.width)

  /// - Parameters:
  ///   - latents: those of the pictures, at least one.
  ///   - denoiser: the diffusion, which stays as it is.
  init(
    of latents: [[Float]], text: TextEncoder, denoiser: PromptedDenoiser,
    from stream: inout RandomStream
  ) {
    self.latents = latents
    self.text = text
    let reader = LatentReader(text: text, denoiser: denoiser)
    captions = WordCaptions(
      of: reader.traits(of: latents, from: &stream), in: text.vocabulary)
    longest = (0..<text.vocabulary.traitCount).map { text.length(ofWord: $0) }.min() ?? 0
    groups = denoiser.groups.map(Probe.init)
  }

  private var row: Range<Int> { text.row(ofWord: text.vocabulary.newWord) }

  /// Every picture has its share of the batch, under one caption in each step.
  ///
  /// - Returns: the mean squared error of v over the numbers of the latents.
  mutating func step(batch: Int, rate: Double, from stream: inout RandomStream) -> Double {
    let passes = latents.indices.map { picture in
      TextPass(of: captions.tokens(of: picture, from: &stream), by: text)
    }
    let told = passes.map { pass in pass.sum.map { Float($0 / text.scale) } }
    let members = (0..<batch).map { latents[$0 % latents.count] }
    var (first, loss) = (0, 0.0)
    var toEmbeddings = told.map { [Double](repeating: 0, count: $0.count) }
    for index in groups.indices {
      let range = first..<first + groups[index].features.latents
      loss += groups[index].learn(
        from: members.map { $0[range] }, told: told, into: &toEmbeddings, from: &stream)
      first = range.upperBound
    }
    var sums = [Double](repeating: 0, count: text.parameters.count)
    for (pass, gradient) in zip(passes, toEmbeddings) {
      pass.learn(from: gradient.map { $0 / text.scale }, text.parameters, into: &sums)
    }
    var own = Array(text.parameters[row])
    optimizer.advance(&own, along: Array(sums[row]), rate: rate)
    text.parameters.replaceSubrange(row, with: own)
    let length = text.length(ofWord: text.vocabulary.newWord)
    if length > longest {
      text.parameters.replaceSubrange(row, with: own.map { $0 * longest / length })
    }
    return loss / Double(batch * first)
  }

  func word(on basis: PartBasis) -> LearnedWord {
    LearnedWord(row: text.parameters[row].map { Float($0) }, basis: basis)
  }
}

extension TextEncoder {
  /// Where the embedding of a word lies among the parameters.
  fileprivate func row(ofWord token: Int) -> Range<Int> {
    token * Self.width..<(token + 1) * Self.width
  }

  func length(ofWord token: Int) -> Double {
    parameters[row(ofWord: token)].reduce(0) { $0 + $1 * $1 }.squareRoot()
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

  /// Adds the gradients with respect to the embeddings that the rows are told in turn.
  ///
  /// - Returns: the sum of the squared errors of v.
  mutating func learn(
    from batch: [ArraySlice<Float>], told embeddings: [[Float]], into sums: inout [[Double]],
    from stream: inout RandomStream
  ) -> Double {
    var loss = 0.0
    for block in Blocks(of: batch.count) {
      let noisy = NoisyLatents(batch, block, features, from: &stream) {
        embeddings[$0 % embeddings.count]
      }
      let answers = network.answers(to: noisy.inputs, rows: block.count)
      let errors = zip(answers, noisy.targets).map { $0 - $1 }
      loss += errors.reduce(0) { $0 + Double($1 * $1) }
      let scale = 2 / Float(batch.count)
      let back = network.pulledBack(errors.map { scale * $0 }, rows: block.count)
      let place = features.count - TextEncoder.width
      for (row, member) in block.enumerated() {
        let told = member % embeddings.count
        for index in 0..<TextEncoder.width {
          sums[told][index] += Double(back[row * features.count + place + index])
        }
      }
    }
    return loss
  }
}
