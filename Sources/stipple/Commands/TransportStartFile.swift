import Diffusion

/// Starts from a CSV file: standard-normal noise, and the label each of them belongs to.
struct TransportStartFile {
  let path: String

  /// The starts of a laboratory's transport.
  ///
  /// Where the prior is a mixture without a Gaussian for each label, the rows are starts as they
  /// are.
  func start(in laboratory: Laboratory) throws(InputError) -> TransportStart {
    guard let transport = laboratory.transport else { return TransportStart(points: []) }
    let file = try PointFile.read(path)
    guard let labels = try labels(of: file, in: laboratory) else {
      if laboratory.transport?.priorKnowsLabels == true || needsLabels(laboratory) {
        throw InputError(
          "the starts need a label each: columns x,y,label, or one for all by --label", file: name)
      }
      return TransportStart(points: file.points)
    }
    var stream = laboratory.experiment.randomness.stream(.start, step: 2)
    var start = transport.start(noise: file.points, labels: labels, from: &stream)
    if !transport.startsFromNoise { start.points = file.points }
    return start
  }

  private var name: String { path == TextFile.standardInputName ? "stdin" : path }

  private func needsLabels(_ laboratory: Laboratory) -> Bool {
    laboratory.experiment.transport?.isLabelPassed == true || laboratory.transport?.lift != nil
  }

  private func labels(
    of file: PointFile, in laboratory: Laboratory
  ) throws(InputError) -> [Int]? {
    let asked = laboratory.askedLabels
    if let asked, asked.count == 1 {
      return [Int](repeating: asked[0], count: file.points.count)
    }
    return try file.labelIndices(among: laboratory.mixture.labels, inFile: name)
  }
}
