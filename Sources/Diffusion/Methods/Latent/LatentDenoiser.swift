/// Networks that tell noise from noisy latents and a prompt: one for the form and one for the tint
/// where these are apart, so that what a prompt says of one is not mixed up with the other.
public struct PromptedDenoiser: Sendable, Equatable {
  let groups: [LatentGroup]
  /// The auto-encoder and the text encoder that it has learned from.
  let basis: PartBasis
  var latents: Int { groups.reduce(0) { $0 + $1.features.latents } }

  static let hidden = [128, 128, 128]

  /// The expected v, `alpha noise - sigma clean`, of noisy latents under several prompts.
  ///
  /// - Parameters:
  ///   - points: rows of latents, with `alpha² + sigma² = 1`.
  ///   - prompts: for each of them the embeddings that the latents are told, a row each; nil for
  ///     nothing.
  /// - Returns: for each prompt rows like the points.
  func velocities(
    of points: [Float], logSNR: Double, prompts: [[Float]?]
  ) -> [[Float]] {
    let (width, count) = (latents, points.count / latents)
    var answers = [[Float]](
      repeating: [Float](repeating: 0, count: points.count), count: prompts.count)
    var first = 0
    for group in groups {
      let own = group.features.latents
      var rows = group.features.rows(of: points, from: first, width: width, logSNR: logSNR)
      for (number, prompt) in prompts.enumerated() {
        group.features.tell(prompt, to: &rows)
        let some = group.network.answers(to: rows)
        for row in 0..<count {
          for index in 0..<own {
            answers[number][row * width + first + index] = some[row * own + index]
          }
        }
      }
      first += own
    }
    return answers
  }
}

/// The network of some neighbouring latents.
struct LatentGroup: Sendable, Equatable {
  let network: PartNetwork
  let features: LatentFeatures
}
