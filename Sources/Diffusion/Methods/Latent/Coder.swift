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
  /// What a batch costs, as means over its rows.
  struct Loss {
    /// The squared error, summed over a row.
    let squares: Double
    /// The divergence with its weight; 0 of a coder that is not variational.
    let divergence: Double
    /// What is brought down.
    var sum: Double { squares + divergence }
  }

  let latents: Int
  let isVariational: Bool
  /// The weight of the Kullback-Leibler divergence beside the squared error of a row.
  var divergenceWeight: Double
  private var encoder: PartLearner
  private var decoder: PartLearner
  var steps: Int { decoder.steps }

  /// A weight that is small, so that rows are told apart, and enough to leave no holes between them.
  static let smallWeight = 0.01

  init(
    _ sizes: AutoEncoder.Sizes, isVariational: Bool, from stream: inout RandomStream
  ) {
    self.init(
      encoder: MLP.Architecture(
        inputs: sizes.inputs, hidden: sizes.encoder,
        outputs: sizes.answers(isVariational: isVariational)),
      decoder: MLP.Architecture(
        inputs: sizes.latents, hidden: sizes.decoder, outputs: sizes.inputs),
      isVariational: isVariational, divergenceWeight: Self.smallWeight, from: &stream)
  }

  /// - Parameters:
  ///   - encoder: answers with a number for each latent, a variational one with the means and then
  ///     the logarithmic variances.
  ///   - decoder: its inputs are the latents.
  init(
    encoder: MLP.Architecture, decoder: MLP.Architecture, isVariational: Bool,
    divergenceWeight: Double, optimizer: Optimizer = .adam, from stream: inout RandomStream
  ) {
    latents = decoder.inputs
    self.isVariational = isVariational
    self.divergenceWeight = divergenceWeight
    self.encoder = PartLearner(encoder, lastScale: 0.5, optimizer: optimizer, from: &stream)
    self.decoder = PartLearner(
      decoder, lastScale: 0.5, optimizer: optimizer, reachesInputs: true, from: &stream)
  }

  /// Goes on from what was learned.
  init(
    continuing encoder: PartNetwork, _ decoder: PartNetwork, divergenceWeight: Double,
    optimizer: Optimizer
  ) {
    latents = decoder.inputs
    isVariational = true
    self.divergenceWeight = divergenceWeight
    self.encoder = PartLearner(continuing: encoder, optimizer: optimizer)
    self.decoder = PartLearner(continuing: decoder, optimizer: optimizer, reachesInputs: true)
  }

  /// Moves the weights once.
  mutating func step(on batch: [[Float]], rate: Double, from stream: inout RandomStream) -> Loss {
    let loss = learn(from: batch, from: &stream)
    encoder.advance(rate: rate)
    decoder.advance(rate: rate)
    return loss
  }

  /// Sets the gradients of both networks to those of a batch.
  mutating func learn(from batch: [[Float]], from stream: inout RandomStream) -> Loss {
    var (squaresOfAll, divergenceOfAll) = (0.0, 0.0)
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
      let divergence = drawn.pulledBack(back, weight: Float(divergenceWeight), scale: scale)
      _ = encoder.learn(from: divergence.gradient, rows: block.count, isFirst: number == 0)
      squaresOfAll += Double(squares)
      divergenceOfAll += divergence.sum
    }
    let count = Double(batch.count)
    return Loss(squares: squaresOfAll / count, divergence: divergenceOfAll / count)
  }

  /// The gradients of the latest batch.
  var gradients: (encoder: [Float], decoder: [Float]) {
    mutating get { (encoder.gradient, decoder.gradient) }
  }

  /// The weights where gradients are taken.
  var present: (encoder: PartNetwork, decoder: PartNetwork) { (encoder.present, decoder.present) }

  /// The moving averages of the weights: what to ask.
  var networks: (encoder: PartNetwork, decoder: PartNetwork) { (encoder.network, decoder.network) }

  /// Goes on with another optimizer.
  mutating func change(to optimizer: Optimizer) {
    encoder.change(to: optimizer)
    decoder.change(to: optimizer)
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
