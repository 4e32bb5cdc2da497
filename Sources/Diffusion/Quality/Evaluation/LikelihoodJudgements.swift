extension Judgement {
  /// How surprising the samples are to the exact distribution.
  static let likelihood = Judgement(
    id: "likelihood", title: "Likelihood of samples",
    summary: "the samples' negative log likelihood under the exact distribution", mostPoints: .max
  ) { evidence, _ in
    let target = evidence.target
    return [
      QualityFigure(
        ["mean_nll"], target.negativeLogLikelihood(of: evidence.samples),
        floor: QualityFigure.mean(evidence.others.map(target.negativeLogLikelihood)),
        count: evidence.samples.count,
        definition: "the mean of -log p(sample) in nats; p the exact density; floor: of real data"
          + " (mean of \(evidence.others.count))")
    ]
  }

  /// How surprising real data is to the model: its density by the probability-flow ODE.
  static let flowLikelihood = Judgement(
    id: "flow-likelihood", title: "Likelihood by the flow",
    summary: "real data's negative log likelihood under the model, by the probability-flow ODE",
    mostPoints: .max
  ) { evidence, watch in
    guard let model = evidence.model else { return [] }
    let data = Array(evidence.reference.prefix(flowPoints))
    let schedule = evidence.laboratory.schedule
    guard let end = schedule.levels.last else { return [] }
    let deviation = StartScale.standard(for: schedule.geometry) == .unit ? 1 : end.sigma
    try watch(0)
    let frame = evidence.laboratory.frame
    let flow = FlowLikelihood(of: model, spread: evidence.laboratory.target.spread)
    let values = flow.logDensities(
      of: frame.standardized(data), from: end,
      logPrior: FlowLikelihood.logPrior(deviation: deviation)
    ).values
    return [
      QualityFigure(
        ["nll_flow"], frame.logVolume - QualityFigure.mean(values),
        floor: evidence.target.negativeLogLikelihood(of: data), count: data.count,
        definition: "the mean of -log p(data) in nats; p the model's density by its"
          + " probability-flow ODE; floor: p the exact density on the same data")
    ]
  }

  /// The integral along the flow asks the model about nine times at every point and step.
  private static let flowPoints = 256
}
