extension EvaluationMetric {
  /// What tells the effect of guidance: whether samples have their label, and what that costs.
  public static let ofGuidance = allCases.filter { metric in
    let distances = [EvaluationMetric(.frechet), EvaluationMetric(.sliced)]
    return metric.tellsGuidance || distances.contains(metric)
  }

  /// How widely the samples are spread, beside the exact distribution.
  static let diversity = EvaluationMetric(
    id: "diversity", title: "Diversity",
    summary: "the spread of the samples as a share of the exact one", mostPoints: .max,
    tellsGuidance: true
  ) { sampleSet, _ in
    let exact = sampleSet.target.spread
    func ratio(_ points: [Point]) -> Double { points.spread / exact }
    return [
      QualityFigure(
        ["spread_ratio"], ratio(sampleSet.samples),
        floor: QualityFigure.mean(sampleSet.others.map(ratio)), ideal: 1,
        count: sampleSet.samples.count,
        definition: "the samples' standard deviation per axis over that of the distribution asked"
          + " for; floor: of real data")
    ]
  }

  /// How far guided samples are from the density that guidance names.
  static let tilted = EvaluationMetric(
    id: "tilted", title: "Tilted density",
    summary: "guided samples against the exact p(x) p(label | x)^weight", mostPoints: .max,
    tellsGuidance: true
  ) { sampleSet, watch in
    guard let guidance = sampleSet.laboratory.guidance,
      guidance.wanted != nil || guidance.unwanted != nil
    else { return [] }
    let density = TiltedDensity(of: guidance).normalized()
    try watch(0.5)
    let randomness = sampleSet.laboratory.experiment.randomness
    let count = sampleSet.samples.count
    let clouds = (0...SampleSet.mostOthers).map { cloud in
      var stream = randomness.stream(.reference, step: 1 + cloud)
      return sampleSet.laboratory.frame.restored(density.draw(count, from: &stream))
    }
    let meter = SlicedWasserstein(reference: clouds[0])
    func distance(_ points: [Point]) -> Double { meter.distances(to: points).second }
    let exact = QualityFigure.mean(clouds.map(\.spread))
    return [
      QualityFigure(
        ["tilted_sliced_w2"], distance(sampleSet.samples),
        floor: QualityFigure.mean(clouds.dropFirst().map(distance)), count: count,
        definition: "sliced W2 between the samples and draws of the exact tilted density"
          + " p(x) p(label | x)^weight; floor: draws against draws"),
      QualityFigure(
        ["tilted_spread_ratio"], sampleSet.samples.spread / exact, ideal: 1, count: count,
        definition: "the samples' standard deviation per axis over that of the tilted density"),
    ]
  }
}

extension [Point] {
  /// The standard deviation per axis, averaged over the directions.
  fileprivate var spread: Double {
    (CloudMoments(of: self, ddof: 0).covariance.trace / 2).squareRoot()
  }
}
