extension EvaluationMetric {
  /// How surprising the samples are to the exact distribution.
  static let likelihood = EvaluationMetric(
    id: "likelihood", title: "Likelihood of samples",
    summary: "the samples' negative log likelihood under the exact distribution", mostPoints: .max
  ) { sampleSet, _ in
    let target = sampleSet.target
    return [
      QualityFigure(
        ["mean_nll"], target.negativeLogLikelihood(of: sampleSet.samples),
        floor: QualityFigure.mean(sampleSet.others.map(target.negativeLogLikelihood)),
        count: sampleSet.samples.count,
        definition: "the mean of -log p(sample) in nats; p the exact density; floor: of real data"
          + " (mean of \(sampleSet.others.count))")
    ]
  }
}
