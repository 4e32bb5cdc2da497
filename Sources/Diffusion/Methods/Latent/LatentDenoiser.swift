import Foundation

/// Networks that tell noise from noisy latents and a prompt: one for the form and one for the tint
/// where these are apart, so that what a prompt says of one is not mixed up with the other.
public struct PromptedDenoiser: Sendable, Equatable {
  let groups: [LatentGroup]
  var latents: Int { groups.reduce(0) { $0 + $1.features.latents } }

  static let hidden = [128, 128, 128]

  /// The expected v, `alpha noise - sigma clean`, of noisy latents.
  ///
  /// - Parameters:
  ///   - points: rows of latents, with `alpha² + sigma² = 1`.
  ///   - embeddings: what each is told, a row of numbers; all zero for nothing.
  func velocities(of points: [[Float]], logSNR: Double, embeddings: [[Float]]) -> [[Float]] {
    var answers = [[Float]](repeating: [], count: points.count)
    var first = 0
    for group in groups {
      let range = first..<first + group.features.latents
      let some = group.velocities(
        of: points.map { $0[range] }, logSNR: logSNR, embeddings: embeddings)
      for index in answers.indices { answers[index] += some[index] }
      first = range.upperBound
    }
    return answers
  }
}

/// The network of some neighbouring latents.
struct LatentGroup: Sendable, Equatable {
  let network: PartNetwork
  let features: LatentFeatures

  func velocities(
    of points: [ArraySlice<Float>], logSNR: Double, embeddings: [[Float]]
  ) -> [ArraySlice<Float>] {
    var rows: [Float] = []
    rows.reserveCapacity(points.count * features.count)
    let level = FeatureMap.features(ofLogSNR: logSNR)
    for (point, embedding) in zip(points, embeddings) {
      features.write(point, level: level, embedding: embedding, to: &rows)
    }
    let answers = network.answers(to: rows)
    let width = features.latents
    return points.indices.map { answers[$0 * width..<($0 + 1) * width] }
  }
}
