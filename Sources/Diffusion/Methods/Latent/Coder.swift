/// Rows of numbers as a few, and these as rows again: an encoder and a decoder.
struct Coder: Sendable, Equatable {
  let encoder: PartNetwork
  let decoder: PartNetwork
  let latents: Int
  /// What brings each latent to mean 0 and unit spread.
  let centre: [Float]
  let spread: [Float]

  /// The latents of rows, the mean where the encoder answers with Gaussians.
  func latents(of rows: [[Float]]) -> [[Float]] {
    let answers = encoder.answers(to: rows.flatMap { $0 })
    return rows.indices.map { row in
      (0..<latents).map { (answers[row * encoder.outputs + $0] - centre[$0]) / spread[$0] }
    }
  }

  /// The rows of latents.
  func rows(of latents: some Collection<ArraySlice<Float>>) -> [[Float]] {
    let inputs = latents.flatMap { latent in
      zip(latent, zip(spread, centre)).map { $0 * $1.0 + $1.1 }
    }
    let width = decoder.outputs
    let answers = decoder.answers(to: inputs)
    return (0..<latents.count).map { Array(answers[$0 * width..<($0 + 1) * width]) }
  }
}

/// A coder while it learns, without labels.
struct CoderTrainer: Sendable {
  let latents: Int
  let isVariational: Bool
  private var encoder: PartLearner
  private var decoder: PartLearner
  var steps: Int { decoder.steps }

  /// The weight of the Kullback-Leibler divergence beside the squared error of a row: small, so that
  /// rows are told apart, and enough to leave no holes between them.
  static let divergenceWeight = 0.01

  init(
    _ sizes: AutoEncoder.Sizes, isVariational: Bool, from stream: inout RandomStream
  ) {
    latents = sizes.latents
    self.isVariational = isVariational
    encoder = PartLearner(
      inputs: sizes.inputs, hidden: sizes.encoder,
      outputs: sizes.answers(isVariational: isVariational), lastScale: 0.5, from: &stream)
    decoder = PartLearner(
      inputs: latents, hidden: sizes.decoder, outputs: sizes.inputs, lastScale: 0.5,
      reachesInputs: true, from: &stream)
  }

  /// - Returns: the squared error of a row, with the weighted divergence where it is variational; the
  ///   mean over the batch.
  mutating func step(on batch: [[Float]], rate: Double, from stream: inout RandomStream) -> Double {
    var loss = 0.0
    for (number, block) in Blocks(of: batch.count).enumerated() {
      let rows = batch[block].flatMap { $0 }
      let code = encoder.answers(to: rows, rows: block.count)
      let drawn = LatentDraw(
        code, latents: latents, isVariational: isVariational, rows: block.count, from: &stream)
      let answers = decoder.answers(to: drawn.values, rows: block.count)
      let scale = 1 / Float(batch.count)
      var gradient = [Float](repeating: 0, count: answers.count)
      var squares: Float = 0
      for index in answers.indices {
        let error = answers[index] - rows[index]
        squares += error * error
        gradient[index] = 2 * scale * error
      }
      let back = decoder.learn(from: gradient, rows: block.count, isFirst: number == 0)
      let divergence = drawn.pulledBack(
        back, weight: Float(Self.divergenceWeight), scale: scale)
      _ = encoder.learn(from: divergence.gradient, rows: block.count, isFirst: number == 0)
      loss += Double(squares) + divergence.sum
    }
    encoder.advance(rate: rate)
    decoder.advance(rate: rate)
    return loss / Double(batch.count)
  }

  /// What was learned, with latents brought to unit size over these rows.
  func coder(over rows: [[Float]]) -> Coder {
    let ones = [Float](repeating: 1, count: latents)
    let plain = Coder(
      encoder: encoder.network, decoder: decoder.network, latents: latents,
      centre: [Float](repeating: 0, count: latents), spread: ones)
    let codes = plain.latents(of: rows)
    let moments = (0..<latents).map { index in
      let values = codes.map { Double($0[index]) }
      let mean = values.reduce(0, +) / Double(values.count)
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)
      return (mean: Float(mean), deviation: Float(max(variance.squareRoot(), 1e-6)))
    }
    return Coder(
      encoder: plain.encoder, decoder: plain.decoder, latents: latents,
      centre: moments.map(\.mean), spread: moments.map(\.deviation))
  }
}
