import Diffusion

/// Starts from a file: standard-normal noise, and the label each of them belongs to.
struct TransportStartFile {
  let path: String
  let file: PointFile

  /// The starts of a laboratory's transport.
  ///
  /// Where the prior is a mixture without a Gaussian for each label, the rows are starts as they
  /// are.
  func start(in laboratory: Laboratory) throws(InputError) -> RunStart {
    guard let transport = laboratory.transport else { return RunStart(points: []) }
    guard let labels = try labels(of: file, in: laboratory) else {
      if laboratory.transport?.priorKnowsLabels == true || needsLabels(laboratory) {
        throw InputError(
          "the starts need a label each: columns x,y,label, or one for all by --label", file: name,
          place: InputError.Place(line: 1, column: 1))
      }
      return RunStart(points: file.points)
    }
    var stream = laboratory.experiment.randomness.stream(.start, step: 2)
    var start = transport.start(noise: file.points, labels: labels, from: &stream)
    if !transport.startsFromNoise { start.points = file.points }
    return start
  }

  private var name: String { TextFile.name(of: path) }

  private func needsLabels(_ laboratory: Laboratory) -> Bool {
    laboratory.experiment.transport?.isLabelPassed == true || laboratory.transport?.lift != nil
  }

  /// The labels of the rows; one for all by `--label` where the file has none.
  private func labels(
    of file: PointFile, in laboratory: Laboratory
  ) throws(InputError) -> [Int]? {
    let asked = laboratory.askedLabels
    guard
      let given = try file.labelIndices(
        in: laboratory.mixture, file: name, mustHaveWeight: true)
    else {
      guard let asked, asked.count == 1 else { return nil }
      return [Int](repeating: asked[0], count: file.points.count)
    }
    // Guidance leads starts of any label to the one that is asked for; without it `--label` says
    // where starts belong, and so does the file.
    let isLed = laboratory.experiment.guidance?.guidesVelocities == true
    if let asked, !isLed, let row = given.firstIndex(where: { !asked.contains($0) }) {
      let label = laboratory.mixture.labels[given[row]]
      throw InputError(
        "this start belongs to '\(label)', and --label asks for others; leave out one of the two",
        file: name, place: file.place(of: row))
    }
    return given
  }
}
