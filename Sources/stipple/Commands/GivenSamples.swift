import Diffusion

/// Samples from elsewhere that are only judged.
struct GivenSamples {
  let points: [Point]
  /// The label that each sample set out with, where starts have one and the file says so.
  let labels: [Int]?

  /// Reads a file, or standard input for `-`.
  init(
    inFile path: String, as form: PointForm, for laboratory: Laboratory, on console: Console
  ) throws(InputError) {
    let file = try console.judgedPoints(path, as: form)
    points = file.points
    labels =
      laboratory.process.startsCarryLabels
      ? try file.labelIndices(in: laboratory.mixture, file: TextFile.name(of: path)) : nil
  }
}
