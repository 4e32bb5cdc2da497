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
  }

  /// The network; nil for the exact model.
  let network: LearnedDenoiser?
  /// The model of the way from another prior, without guidance; nil where there is none.
  let velocityField: (any VelocityField)?
  /// What guidance asks besides.
  let helpers: GuidanceHelpers
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
    if let velocityField, given == nil {
      return try result(of: velocityField, in: laboratory, named: name)
    }
    let model = CountingDenoiser(
      laboratory.guided(network ?? laboratory.exactDenoiser, with: helpers))
    let samples =
      try given?.points
      ?? laboratory.frame.restored(
        console.notingTolerance(of: laboratory) { try drawn(from: model, in: laboratory) })
    let networkCalls = model.calls
    let sampleSet = SampleSet(
      of: samples, labels: given?.labels, from: given == nil ? model : nil, network: network,
      in: laboratory)
    return Result(
      figures: try figures(of: sampleSet, named: name), networkCalls: networkCalls,
      count: samples.count)
  }

  /// The same from another prior than the standard normal.
  private func result(
    of velocityField: any VelocityField, in laboratory: Laboratory, named name: String
  ) throws -> Result {
    let velocityField = try laboratory.velocityField(of: velocityField, with: helpers)
    let counted = CountingVelocityField(velocityField)
    guard let start = laboratory.transportStart(count: count),
      let process = laboratory.transportProcess(with: counted, given: start.conditioning),
      let unseen = laboratory.transportProcess(with: velocityField, given: start.conditioning)
    else { return Result(figures: [], networkCalls: 0, count: 0) }
    let samples = try console.notingTolerance(of: laboratory) {
      try checked(process.run(from: start.points), in: laboratory)
    }
    let sampleSet = SampleSet(
      of: samples, from: nil, by: PathMeasurement(of: unseen, from: start), in: laboratory)
    return Result(
      figures: try figures(of: sampleSet, named: name), networkCalls: counted.calls,
      count: samples.count)
  }

  private func figures(of sampleSet: SampleSet, named name: String) throws -> [QualityFigure] {
    var sampleSet = sampleSet
    sampleSet.isAskedByName = areAskedFor
    return try chosen(for: sampleSet.samples.count).flatMap { metric in
      let figures = try figures(of: metric, sampleSet, named: name)
      if figures.isEmpty && areAskedFor {
        throw InputError(
          "--metrics: there is nothing to say of '\(metric.id)' here; it is"
            + " \(metric.summary)")
      }
      return figures
    }
  }

  private func drawn(from model: CountingDenoiser, in laboratory: Laboratory) throws -> [Point] {
    try checked(
      laboratory.reverseProcess(asking: model).run(from: laboratory.start(count: count)),
      in: laboratory)
  }

  private func checked(_ samples: [Point], in laboratory: Laboratory) throws -> [Point] {
    let lost = samples.count { !PointFile.canBeJudged($0) }
    if lost > 0 {
      throw WorkError(
        "\(lost) of \(count) samples ran away beyond \(PointFile.farthest) and cannot be judged;"
          + " \(laboratory.remedyForRunaways)")
    }
    return samples
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
