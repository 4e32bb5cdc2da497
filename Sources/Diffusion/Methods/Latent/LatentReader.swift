/// Reads what latents show by the diffusion that makes them: of the words of an attribute that one under
/// which it errs least (a diffusion classifier, Li et al. 2023).
struct LatentReader {
  let text: TextEncoder
  let denoiser: PromptedDenoiser

  /// At how many levels each word is tried, all of them with the same noises.
  private static let draws = 64

  /// For each latent a word of every attribute. The subject is read first, and the others given that.
  func traits(of latents: [[Float]], from stream: inout RandomStream) -> [[Int]] {
    let trials = (0..<Self.draws).map { draw in
      Trial(of: latents, share: (Double(draw) + 0.5) / Double(Self.draws), from: &stream)
    }
    var traits = latents.map { _ in [Int]() }
    for attribute in text.vocabulary.attributes.indices {
      let errors = errors(at: trials, attribute, given: traits)
      for index in traits.indices {
        let own = errors.map { $0[index] }
        traits[index].append(own.indices.min { own[$0] < own[$1] } ?? 0)
      }
    }
    return traits
  }

  /// For each word of an attribute the squared error of every latent under it.
  private func errors(
    at trials: [Trial], _ attribute: Int, given traits: [[Int]]
  ) -> [[Double]] {
    let vocabulary = text.vocabulary
    let told = vocabulary.tokens(of: attribute).map { token in
      traits.flatMap { text.embedding(of: $0.prefix(1).map { vocabulary.token(0, $0) } + [token]) }
    }
    let width = denoiser.latents
    var sums = told.map { _ in [Double](repeating: 0, count: traits.count) }
    for trial in trials {
      let answers = denoiser.velocities(
        of: trial.points, logSNR: trial.level.logSNR, prompts: told)
      for (word, answer) in answers.enumerated() {
        for (place, value) in answer.enumerated() {
          let error = Double(value - trial.targets[place])
          sums[word][place / width] += error * error
        }
      }
    }
    return sums
  }
}

/// Latents with noise of one level, and the v that was to be answered.
private struct Trial {
  let level: NoiseLevel
  private(set) var points: [Float] = []
  private(set) var targets: [Float] = []

  init(of latents: [[Float]], share: Double, from stream: inout RandomStream) {
    level = LatentLevels.level(share)
    let (alpha, sigma) = (Float(level.alpha), Float(level.sigma))
    let clean = latents.flatMap(\.self)
    for (value, noise) in zip(clean, LatentNoise.normals(clean.count, from: &stream)) {
      points.append(alpha * value + sigma * noise)
      targets.append(alpha * noise - sigma * value)
    }
  }
}
