import Diffusion

/// Samples from elsewhere that are only judged.
struct GivenSamples {
  let points: [Point]
  /// With another prior the label that each sample set out with, if the file says so.
  let labels: [Int]?

  /// Reads a file, or standard input for `-`.
  init(inFile path: String, for laboratory: Laboratory) throws(InputError) {
    let file = try PointFile.judged(path)
    points = file.points
    labels =
      laboratory.transport == nil
      ? nil
      : try file.labelIndices(
        in: laboratory.mixture, file: TextFile.name(of: path))
  }
}
