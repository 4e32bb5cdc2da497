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
  let motion: (any TransportModel)?
  /// What guidance asks besides.
  let helpers: GuidanceHelpers
  /// Samples that are not to be drawn but only judged.
  let given: GivenSamples?
  let count: Int
  /// What is worked out; nil for everything.
  let judgements: [Judgement]?
  /// Whether somebody asked for just these, so that none may be left out.
  let areAskedFor: Bool
  let console: Console

  /// Draws samples, if none are given, and judges them.
  ///
  /// - Parameter name: what the progress line begins with.
  func result(in laboratory: Laboratory, named name: String) throws -> Result {
    console.progress?("\(name)drawing samples")
    if let motion, given == nil { return try result(of: motion, in: laboratory, named: name) }
    let model = CountingDenoiser(
      laboratory.guided(network ?? laboratory.exactDenoiser, with: helpers))
    let samples =
      try given?.points
      ?? laboratory.frame.restored(
        console.notingTolerance(of: laboratory) { try drawn(from: model, in: laboratory) })
    let networkCalls = model.calls
    let evidence = Evidence(
      of: samples, labels: given?.labels, from: given == nil ? model : nil, network: network,
      in: laboratory)
    return Result(
      figures: try figures(of: evidence, named: name), networkCalls: networkCalls,
      count: samples.count)
  }

  /// The same from another prior than the standard normal.
  private func result(
    of motion: any TransportModel, in laboratory: Laboratory, named name: String
  ) throws -> Result {
    let motion = try laboratory.motion(of: motion, with: helpers)
    let counted = CountingTransportModel(motion)
    guard let start = laboratory.transportStart(count: count),
      let process = laboratory.transportProcess(with: counted, carrying: start.cargo),
      let unseen = laboratory.transportProcess(with: motion, carrying: start.cargo)
    else { return Result(figures: [], networkCalls: 0, count: 0) }
    let samples = try console.notingTolerance(of: laboratory) {
      try checked(process.run(from: start.points), in: laboratory)
    }
    let evidence = Evidence(
      of: samples, from: nil, by: TransportJourney(of: unseen, from: start), in: laboratory)
    return Result(
      figures: try figures(of: evidence, named: name), networkCalls: counted.calls,
      count: samples.count)
  }

  private func figures(of evidence: Evidence, named name: String) throws -> [QualityFigure] {
    var evidence = evidence
    evidence.isAskedByName = areAskedFor
    return try chosen(for: evidence.samples.count).flatMap { judgement in
      let figures = try figures(of: judgement, evidence, named: name)
      if figures.isEmpty && areAskedFor {
        throw InputError(
          "--metrics: there is nothing to say of '\(judgement.id)' here; it is"
            + " \(judgement.summary)")
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
  private func chosen(for count: Int) throws(InputError) -> [Judgement] {
    let chosen = judgements ?? Judgement.allCases
    if areAskedFor, let judgement = chosen.first(where: { count > $0.mostPoints }) {
      throw InputError(
        "--metrics: \(judgement.id) takes at most \(judgement.mostPoints) points, not \(count)")
    }
    return chosen.filter { judgement in
      let isAffordable = count <= judgement.mostPoints
      if !isAffordable {
        console.note(
          "stipple: \(judgement.title) is left out: it takes at most \(judgement.mostPoints)"
            + " points")
      }
      return isAffordable
    }
  }

  private func figures(
    of judgement: Judgement, _ evidence: Evidence, named name: String
  ) throws -> [QualityFigure] {
    guard let progress = console.progress else { return try judgement.figures(of: evidence) }
    var line = PatientLine(title: name + judgement.title)
    return try judgement.figures(of: evidence) { fraction in
      if let text = line.text(at: fraction) { progress(text) }
    }
  }
}
