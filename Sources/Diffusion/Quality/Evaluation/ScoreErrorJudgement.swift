extension Judgement {
  /// How far a network is from the exact score at levels of the schedule.
  static let scoreError = Judgement(
    id: "score-error", title: "Score error",
    summary: "a network's distance from the exact score at ten levels: Fisher divergence",
    mostPoints: .max
  ) { evidence, _ in
    guard let network = evidence.network else { return [] }
    let laboratory = evidence.laboratory
    let errors = ScoreError.profile(
      of: network, against: laboratory.mixture, along: laboratory.schedule,
      randomness: laboratory.experiment.randomness)
    return ScoreErrorFigure.all.flatMap { figure in
      errors.map { error in
        let t = laboratory.schedule.levels.firstIndex(of: error.level) ?? 0
        return QualityFigure(
          [figure.name, "t\(t)"], figure.value(error), ideal: 0, count: error.count,
          definition: figure.definition)
      }
    }
  }
}

/// A way to state a score error.
private struct ScoreErrorFigure {
  let name: String
  let definition: String
  let value: @Sendable (ScoreError) -> Double

  static let all = [
    ScoreErrorFigure(
      name: "score_error",
      definition: "E|noise - exact noise|^2 at level t; what the screen shows"
    ) { $0.absolute },
    ScoreErrorFigure(
      name: "score_error_relative",
      definition: "E|noise - exact noise|^2 / E|exact noise|^2 at level t"
    ) { $0.relative },
    ScoreErrorFigure(
      name: "fisher_divergence",
      definition: "E|score - exact score|^2 = score_error / sigma^2 at level t"
    ) { $0.fisherDivergence },
  ]
}
