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

extension EvaluateCommand {
  /// Says which flags have no part in judging points that are given.
  func noteUnread(on console: Console) {
    guard samples != nil else { return }
    let flags = [
      sampling.flags, settings.flags.filter { $0 != "--variance" || !readsVariance },
      lists.name.map { ["--\($0)"] } ?? [],
      model.model == ModelOption.exact ? [] : ["--model"],
    ].joined()
    if flags.isEmpty { return }
    console.note(
      "stipple: \(flags.joined(separator: ", ")) \(flags.count == 1 ? "has" : "have") no part in this:"
        + " the points of --samples are judged, and none are drawn")
  }
}
