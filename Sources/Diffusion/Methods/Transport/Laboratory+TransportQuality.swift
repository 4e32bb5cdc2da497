extension Laboratory {
  /// The most points by which a way is measured: the exact W2 of more takes too long for a screen.
  private static let mostTravellers = 400
  private static let lost = Point(1e6, 1e6)

  /// The samples of a model from the experiment's prior, by its own solver, to be judged; nil where
  /// there is no transport.
  public func qualityRun(of velocityField: any VelocityField, count: Int) -> QualityRun? {
    let counted = CountingVelocityField(velocityField)
    guard let transport, let start = transportStart(count: count),
      let process = transportProcess(with: counted, given: start.conditioning)
    else { return nil }
    let whole =
      process.solver == .adaptive
      ? process.visiting([process.times[0], process.times[process.steps]]) : process
    return QualityRun(
      start: start.points, steps: whole.steps, cost: count * max(1, transport.pairCount / 8),
      advance: { SamplingState(whole.advance($0.points, step: $1)) }
    ) { points in
      // What ran away is counted as very far off.
      let ends = points.map { $0.isFinite ? $0 : Self.lost }
      let clean = transport.data.diffused(to: .clean)
      let labels = start.conditioning.labels ?? []
      let kept = clean.sharesOfMostProbable(labels[...], at: ends).reduce(0, +)
      return QualityMeasurement(
        report: meter(count: count).report(on: ends, networkCalls: counted.calls),
        scoreErrors: [], sampler: experiment.sampler.kind, steps: whole.steps,
        path: quality(of: velocityField, from: start, retention: kept / Double(max(1, count))))
    }
  }

  private func quality(
    of velocityField: any VelocityField, from start: RunStart, retention: Double
  ) -> PathQuality? {
    let few = start.first(Self.mostTravellers)
    guard let process = transportProcess(with: velocityField, given: few.conditioning) else {
      return nil
    }
    let pathMeasurement = PathMeasurement(of: process, from: few)
    guard pathMeasurement.energy.isFinite else { return nil }
    var stream = experiment.randomness.stream(.reference)
    let squared = ExactTransport(
      from: few.points, to: mixture.draw(few.points.count, from: &stream).points,
      cost: .squaredDistance
    ) { _ in
    }.meanCost
    return PathQuality(
      retention: retention, normalizedEnergy: abs(pathMeasurement.energy - squared) / squared,
      straightness: pathMeasurement.isDeterministic ? pathMeasurement.straightness : nil,
      count: few.points.count)
  }
}

extension RunStart {
  /// The first few of the starts, with what they carry.
  func first(_ count: Int) -> RunStart {
    RunStart(
      points: Array(points.prefix(count)),
      conditioning: Conditioning(
        labels: conditioning.labels.map { Array($0.prefix(count)) },
        heights: conditioning.heights.map { Array($0.prefix(count)) }))
  }
}
