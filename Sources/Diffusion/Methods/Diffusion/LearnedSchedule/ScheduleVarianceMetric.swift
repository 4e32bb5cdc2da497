extension EvaluationMetric {
  /// How much the bound's estimate varies along the schedule, along one that is learned, and at least.
  static let scheduleVariance = EvaluationMetric(
    id: "schedule-variance", title: "Variance of the bound's estimate",
    summary:
      "where asked for by name: how much the bound's estimate varies along the schedule, a learned"
      + " one and the best one", mostPoints: .max
  ) { sampleSet, watch in
    guard sampleSet.isAskedByName, let origin = sampleSet.denoised else { return [] }
    let laboratory = sampleSet.laboratory
    guard let ends = laboratory.schedule.logSNREnds else { return [] }
    let (target, randomness) = (laboratory.target, laboratory.experiment.randomness)
    let count = sampleSet.samples.count
    try watch(0)
    let noise = BoundNoise(
      of: origin.model, on: target, count: count, randomness: randomness)
    var learner = ScheduleLearner(of: origin.model, on: target, randomness: randomness)
    while learner.steps < ScheduleLearner.usualSteps {
      try watch(Double(learner.steps) / Double(ScheduleLearner.usualSteps))
      learner.step()
    }
    let (bound, least) = (noise.bound(between: ends), noise.leastVariance(between: ends))
    func figure(_ name: String, _ value: Double, _ words: String) -> QualityFigure {
      QualityFigure([name], value, ideal: least, count: count, definition: words)
    }
    return [
      QualityFigure(
        ["bound_diffusion"], bound.value, count: count,
        definition: "half the integral of E|noise - model's noise|^2 over log-SNR in nats: the same"
          + " for every schedule with these ends"),
      QualityFigure(
        ["bound_diffusion_error"], bound.error, count: count,
        definition: "the standard error of bound_diffusion"),
      figure(
        "bound_variance", noise.variance(of: laboratory.schedule) ?? .nan,
        "the variance of its estimate at a uniform time of the schedule in square nats"),
      figure(
        "bound_variance_learned", noise.variance(of: learner.network, between: ends),
        "the same along a schedule that a monotone network has learned"),
      figure(
        "bound_variance_least", least,
        "the least there can be: time in proportion to the root of E|noise - model's noise|^4"),
    ]
  }
}
