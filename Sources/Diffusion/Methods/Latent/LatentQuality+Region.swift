/// Judges whether samples keep to the region that is asked for.
extension LatentQuality {
  /// The same without a region.
  var free: LatentQuality {
    LatentQuality(of: parts, by: process.free, in: laboratory)
  }

  /// The share of latents in the region; none where none is asked for.
  func keeping(_ prompts: [PicturePrompt], count: Int) throws(GenerationError) -> [QualityFigure] {
    guard let autoencoder = parts.autoencoder,
      let discs = try process.discs(by: parts, in: laboratory)
    else { return [] }
    func share(_ latents: [[Float]]) -> Double {
      let kept = latents.count { latent in
        let place = Point(Double(latent[0]), Double(latent[1]))
        return discs.contains { $0.contains(place) }
      }
      return Double(kept) / Double(max(1, latents.count))
    }
    let led = try process.run(by: parts, prompts: prompts, count: count, in: laboratory).finish()
    let others = try free.process.run(by: parts, prompts: prompts, count: count, in: laboratory)
      .finish()
    let seen = autoencoder.latents(of: autoencoder.pictures(of: led))
    return [
      QualityFigure(
        ["region_kept"], share(led), floor: share(others), count: count,
        definition: "share of latents in the region; floor: of latents that are not led there"),
      QualityFigure(
        ["region_kept_decoded"], share(seen), count: count,
        definition: "the same of the pictures made of them after they are encoded again"),
    ]
  }
}
