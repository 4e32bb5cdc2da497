import Foundation

/// The networks of latents while they learn from latents with captions.
struct PromptedDenoiserTrainer: Sendable {
  private var groups: [LatentGroupTrainer]
  var steps: Int { groups[0].steps }

  /// How often no prompt is told, so that the networks also learn the whole (Ho and Salimans 2022).
  static let dropout = 0.15

  /// - Parameter widths: how many latents each network answers for.
  init(widths: [Int], from stream: inout RandomStream) {
    groups = widths.map { LatentGroupTrainer(latents: $0, from: &stream) }
  }

  /// - Parameter batch: latents and embedded captions.
  /// - Returns: the mean squared error of v.
  mutating func step(
    on batch: [(latent: [Float], embedding: [Float])], rate: Double, from stream: inout RandomStream
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

  var denoiser: PromptedDenoiser {
    PromptedDenoiser(groups: groups.map(\.group))
  }
}

/// One of the networks while it learns.
private struct LatentGroupTrainer: Sendable {
  let features: LatentFeatures
  private var learner: PartLearner
  var steps: Int { learner.steps }

  /// The mean and the deviation of the natural logarithm of sigma / alpha in training.
  private static let meanLogSigma = -0.5
  private static let logSigmaDeviation = 1.4

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
      let noise = LatentNoise.normals(block.count * latents, from: &stream)
      var inputs: [Float] = []
      var targets: [Float] = []
      inputs.reserveCapacity(block.count * features.count)
      for (row, member) in block.enumerated() {
        let share = (Double(member) + stream.uniform()) / Double(batch.count)
        let level = Self.level(share)
        let (alpha, sigma) = (Float(level.alpha), Float(level.sigma))
        let own = noise[row * latents..<(row + 1) * latents]
        let point = zip(batch[member], own).map { alpha * $0 + sigma * $1 }
        targets += zip(batch[member], own).map { alpha * $1 - sigma * $0 }
        features.write(
          point[...], level: FeatureMap.features(ofLogSNR: level.logSNR), embedding: told[member],
          to: &inputs)
      }
      let answers = learner.answers(to: inputs, rows: block.count)
      var gradient = [Float](repeating: 0, count: answers.count)
      let scale = 2 / Float(batch.count * latents)
      var squares: Float = 0
      for index in answers.indices {
        let error = answers[index] - targets[index]
        squares += error * error
        gradient[index] = scale * error
      }
      _ = learner.learn(from: gradient, rows: block.count, isFirst: number == 0)
      loss += Double(squares)
    }
    learner.advance(rate: rate)
    return loss
  }

  /// A noise level by its share of the levels that training visits.
  private static func level(_ share: Double) -> NoiseLevel {
    let normal = StandardNormal.quantile(min(share, 1 - 1e-9))
    let ratio = exp(meanLogSigma + logSigmaDeviation * normal)
    let alpha = 1 / (1 + ratio * ratio).squareRoot()
    return NoiseLevel(alpha: alpha, sigma: ratio * alpha)
  }

  var group: LatentGroup { LatentGroup(network: learner.network, features: features) }
}
