import Diffusion

/// Samples of one seed after another, drawn and judged.
struct EvaluationRun {
  /// What was found with one seed.
  struct Result {
    let figures: [QualityFigure]
    /// How often a network was asked for each sample; 0 for samples that were given.
    let networkCalls: Int
    /// The number of samples.
    let count: Int
    /// What was asked for by name and has no figures here, with the reason.
    var faults: [String] = []
  }

  /// What draws samples; nil where they are given.
  let source: (any SampleSource)?
  /// Samples that are not to be drawn but only judged.
  let given: GivenSamples?
  let count: Int
  /// What is worked out; nil for everything.
  let metrics: [EvaluationMetric]?
  /// Whether somebody asked for just these, so that none may be left out.
  let areAskedFor: Bool
  let console: Console

  /// Draws samples, if none are given, and judges them.
  ///
  /// - Parameter name: what the progress line begins with.
  func result(in laboratory: Laboratory, named name: String) throws -> Result {
    console.progress?("\(name)drawing samples")
    let (sampleSet, networkCalls) = try samples(in: laboratory)
    let (figures, faults) = try figures(of: sampleSet, named: name)
    return Result(
      figures: figures, networkCalls: networkCalls, count: sampleSet.samples.count,
      faults: faults)
  }

  private func samples(in laboratory: Laboratory) throws -> (SampleSet, Int) {
    guard let given else {
      return try source?.samples(in: laboratory, count: count, on: console)
        ?? { throw WorkError("there are no samples") }()
    }
    let set = SampleSet(of: given.points, labels: given.labels, origin: nil, in: laboratory)
    return (set, 0)
  }

  /// One that has nothing to say takes no other along; where all are like that there is nothing.
  private func figures(
    of sampleSet: SampleSet, named name: String
  ) throws -> (figures: [QualityFigure], faults: [String]) {
    var sampleSet = sampleSet
    sampleSet.isAskedByName = areAskedFor
    var figures: [QualityFigure] = []
    var faults: [String] = []
    for metric in try chosen(for: sampleSet.samples.count) {
      let found = try self.figures(of: metric, sampleSet, named: name)
      figures += found
      if found.isEmpty && areAskedFor {
        faults.append(
          "--metrics: there is nothing to say of '\(metric.id)' here (\(metric.summary))")
      }
    }
    if figures.isEmpty && !faults.isEmpty { throw InputError(faults.joined(separator: "; ")) }
    return (figures, faults)
  }

  /// What is affordable for so many points; says what is left out.
  private func chosen(for count: Int) throws(InputError) -> [EvaluationMetric] {
    let chosen = metrics ?? EvaluationMetric.allCases
    if areAskedFor, let metric = chosen.first(where: { count > $0.mostPoints }) {
      throw InputError(
        "--metrics: \(metric.id) takes at most \(metric.mostPoints) points, not \(count)")
    }
    return chosen.filter { metric in
      let isAffordable = count <= metric.mostPoints
      if !isAffordable {
        console.note(
          "stipple: \(metric.title) is left out: it takes at most \(metric.mostPoints)"
            + " points")
      }
      return isAffordable
    }
  }

  private func figures(
    of metric: EvaluationMetric, _ sampleSet: SampleSet, named name: String
  ) throws -> [QualityFigure] {
    guard let progress = console.progress else { return try metric.figures(of: sampleSet) }
    var line = PatientLine(title: name + metric.title)
    return try metric.figures(of: sampleSet) { fraction in
      if let text = line.text(at: fraction) { progress(text) }
    }
  }
}
