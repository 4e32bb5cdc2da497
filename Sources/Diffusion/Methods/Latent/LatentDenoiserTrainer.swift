/// What is to be made, and the embedded prompt that it is made of.
struct PromptedPair: Sendable {
  let latent: [Float]
  let embedding: [Float]
}

/// The networks of latents while they learn from latents with captions.
struct PromptedDenoiserTrainer: Sendable {
  private var groups: [LatentGroupTrainer]
  var steps: Int { groups[0].steps }

  /// How often no prompt is told, so that the networks also learn the whole (Ho and Salimans 2022).
  static let dropout = 0.3

  /// - Parameter widths: how many latents each network answers for.
  init(widths: [Int], from stream: inout RandomStream) {
    groups = widths.map { LatentGroupTrainer(latents: $0, from: &stream) }
  }

  /// - Parameter batch: latents and embedded captions.
  /// - Returns: the mean squared error of v.
  mutating func step(
    on batch: [PromptedPair], rate: Double, from stream: inout RandomStream
  ) -> Double {
    let nothing = [Float](repeating: 0, count: TextEncoder.width)
    let told = batch.map { stream.uniform() >= Self.dropout ? $0.embedding : nothing }
    var (first, sum) = (0, 0.0)
    for index in groups.indices {
      let range = first..<first + groups[index].features.latents
      sum += groups[index].step(
        on: batch.map { $0.latent[range] }, told: told, rate: rate, from: &stream)
      first = range.upperBound
    }
    return sum / Double(batch.count * first)
  }

  /// - Parameter basis: the parts that the batches were made by.
  func denoiser(on basis: PartBasis) -> PromptedDenoiser {
    PromptedDenoiser(groups: groups.map(\.group), basis: basis)
  }
}

/// One of the networks while it learns.
private struct LatentGroupTrainer: Sendable {
  let features: LatentFeatures
  private var learner: PartLearner
  var steps: Int { learner.steps }

  init(latents: Int, from stream: inout RandomStream) {
    features = LatentFeatures(latents: latents, from: &stream)
    learner = PartLearner(
      inputs: features.count, hidden: PromptedDenoiser.hidden, outputs: latents, lastScale: 0,
      from: &stream)
  }

  /// - Returns: the sum of the squared errors of v.
  mutating func step(
    on batch: [ArraySlice<Float>], told: [[Float]], rate: Double, from stream: inout RandomStream
  ) -> Double {
    let latents = features.latents
    var loss = 0.0
    for (number, block) in Blocks(of: batch.count).enumerated() {
      let noisy = NoisyLatents(batch, block, features, from: &stream) { told[$0] }
      let answers = learner.answers(to: noisy.inputs, rows: block.count)
      var gradient = [Float](repeating: 0, count: answers.count)
      let scale = 2 / Float(batch.count * latents)
      var squares: Float = 0
      for index in answers.indices {
        let error = answers[index] - noisy.targets[index]
        squares += error * error
        gradient[index] = scale * error
      }
      _ = learner.learn(from: gradient, rows: block.count, isFirst: number == 0)
      loss += Double(squares)
    }
    learner.advance(rate: rate)
    return loss
  }

  var group: LatentGroup { LatentGroup(network: learner.network, features: features) }
}
