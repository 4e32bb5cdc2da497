extension EvaluationMetric {
  /// How surprising real data is to the model: its density by the probability-flow ODE.
  static let flowLikelihood = EvaluationMetric(
    id: "flow-likelihood", title: "Likelihood by the flow",
    summary: "real data's negative log likelihood under the model, by the probability-flow ODE",
    mostPoints: .max
  ) { sampleSet, watch in
    guard let origin = sampleSet.denoised, !origin.drawsKnownPoints(of: sampleSet.laboratory)
    else { return [] }
    let model = origin.model
    let data = Array(sampleSet.reference.prefix(flowPoints))
    let schedule = sampleSet.laboratory.schedule
    guard let end = schedule.levels.last else { return [] }
    let deviation = StartScale.standard(for: schedule.geometry) == .unit ? 1 : end.sigma
    try watch(0)
    let frame = sampleSet.laboratory.frame
    let flow = FlowLikelihood(of: model, spread: sampleSet.laboratory.target.spread)
    let values = flow.logDensities(
      of: frame.standardized(data), from: end,
      logPrior: FlowLikelihood.logPrior(deviation: deviation)
    ).values
    return [
      QualityFigure(
        ["nll_flow"], frame.logVolume - QualityFigure.mean(values),
        floor: sampleSet.target.negativeLogLikelihood(of: data), count: data.count,
        definition: "the mean of -log p(data) in nats; p the model's density by its"
          + " probability-flow ODE; floor: p the exact density on the same data")
    ]
  }

  /// The integral along the flow asks the model about nine times at every point and step.
  private static let flowPoints = 256
}
