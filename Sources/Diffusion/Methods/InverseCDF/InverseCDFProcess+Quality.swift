extension InverseCDFProcess {
  /// Samples that a map makes of fresh uniform numbers, to be judged.
  public func qualityRun(
    by map: any QuantileMap, count: Int, in laboratory: Laboratory
  ) -> QualityRun {
    let generation = generation(by: map, from: start(count: count, in: laboratory))
    let (meter, sampler) = (laboratory.meter(count: count), laboratory.experiment.sampler.kind)
    return QualityRun(
      start: generation.start, steps: generation.steps,
      cost: count * laboratory.mixture.components.count, advance: generation.advance
    ) { points in
      QualityMeasurement(
        report: meter.report(on: points, networkCalls: generation.steps), scoreErrors: [],
        sampler: sampler, steps: generation.steps)
    }
  }
}

extension ExactQuantileMap {
  /// The shares below places of the coordinate that comes first: its distribution function.
  public func firstShares(below places: [Double]) -> [Double] { places.map { marginal.cdf($0) } }

  /// The same of the other coordinate, where the first one is known.
  public func secondShares(below places: [Double], given first: Double) -> [Double] {
    let conditional = mixture.conditional(givenAxis: axes.first, at: first)
    return places.map { conditional.cdf($0) }
  }
}
