extension EvaluationMetric {
  /// How far a network is from the exact score at levels of the schedule.
  static let scoreError = EvaluationMetric(
    id: "score-error", title: "Score error",
    summary: "a network's distance from the exact score at ten levels: Fisher divergence",
    mostPoints: .max
  ) { sampleSet, _ in
    guard let network = sampleSet.denoised?.network else { return [] }
    let laboratory = sampleSet.laboratory
    let errors = ScoreError.profile(
      of: network, against: laboratory.mixture, along: laboratory.schedule,
      randomness: laboratory.experiment.randomness)
    return ScoreErrorFigure.all.flatMap { figure in
      errors.map { error in
        let t = laboratory.schedule.levels.firstIndex(of: error.level) ?? 0
        return QualityFigure(
          [figure.name, "t\(t)"], figure.value(error, laboratory.frame), ideal: 0,
          count: error.count, definition: figure.definition)
      }
    }
  }
}

/// A way to state a score error.
private struct ScoreErrorFigure {
  let name: String
  let definition: String
  /// In the data's own units, which the frame leads to.
  let value: @Sendable (ScoreError, Standardization) -> Double

  static let all = [
    ScoreErrorFigure(
      name: "score_error",
      definition: "E|noise - exact noise|^2 at level t; what the screen shows"
    ) { error, _ in error.absolute },
    ScoreErrorFigure(
      name: "score_error_relative",
      definition: "E|noise - exact noise|^2 / E|exact noise|^2 at level t"
    ) { error, _ in error.relative },
    ScoreErrorFigure(
      name: "fisher_divergence",
      definition: "E|score - exact score|^2 = score_error / sigma^2 at level t"
    ) { error, frame in error.fisherDivergence / (frame.spread * frame.spread) },
  ]
}
