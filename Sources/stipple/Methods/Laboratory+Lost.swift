import Diffusion

extension Laboratory {
  /// Samples that can be judged; throws where some ran away.
  func checked(_ samples: [Point]) throws(WorkError) -> [Point] {
    let lost = samples.count { !PointFile.canBeJudged($0) }
    if lost > 0 {
      throw WorkError(
        "\(lost) of \(samples.count) samples ran away beyond \(PointFile.farthest) and cannot be"
          + " judged; \(remedyForRunaways)")
    }
    return samples
  }
}
