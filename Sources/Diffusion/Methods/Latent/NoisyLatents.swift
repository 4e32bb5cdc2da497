/// Noisy latents of a block as a network sees them, and what it should answer: v.
struct NoisyLatents {
  private(set) var inputs: [Float] = []
  private(set) var targets: [Float] = []

  /// - Parameters:
  ///   - batch: the latents of the whole batch, whose levels are spread evenly.
  ///   - block: which of them.
  ///   - embedding: what each is told, by its number in the batch.
  init(
    _ batch: [ArraySlice<Float>], _ block: Range<Int>, _ features: LatentFeatures,
    from stream: inout RandomStream, told embedding: (Int) -> [Float]
  ) {
    let latents = features.latents
    let noise = LatentNoise.normals(block.count * latents, from: &stream)
    inputs.reserveCapacity(block.count * features.count)
    for (row, member) in block.enumerated() {
      let share = (Double(member) + stream.uniform()) / Double(batch.count)
      let level = LatentLevels.level(share)
      let (alpha, sigma) = (Float(level.alpha), Float(level.sigma))
      let own = noise[row * latents..<(row + 1) * latents]
      let point = zip(batch[member], own).map { alpha * $0 + sigma * $1 }
      targets += zip(batch[member], own).map { alpha * $1 - sigma * $0 }
      features.write(
        point[...], level: FeatureMap.features(ofLogSNR: level.logSNR),
        embedding: embedding(member), to: &inputs)
    }
  }
}
