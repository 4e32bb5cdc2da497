import Diffusion

extension AssignmentReader {
  /// What a part judges, and by which figure.
  func subject(
    _ item: PresetValue, _ entries: [String: PresetValue], of experiment: Experiment
  ) throws(InputError) -> (AssignmentPart.Subject, figure: String) {
    if let field = entries["field"] {
      if let figure = entries["figure"] ?? entries["metric"] {
        throw figure.error(
          "a field is judged by \(FieldJudgement.figure); leave \(figure.name) out")
      }
      return (try self.field(field, of: experiment), FieldJudgement.figure)
    }
    guard let figure = entries["figure"] else { throw item.error("\(item.name) needs figure: ...") }
    let name = try figure.text()
    if let metric = entries["metric"] {
      return (.samples(try metric.member(of: EvaluationMetric.self)), name)
    }
    guard let metric = EvaluationMetric.ofClouds(workingOut: name) else {
      let known = Metric.allCases.flatMap(\.keys)
      let unknown = UnknownName(name: name, family: "figure of two clouds", known: known)
      throw figure.error("\(unknown) Others need metric: NAME of 'stipple list evaluations'")
    }
    return (.samples(metric), name)
  }

  /// `field: {t: INDEX, of: score}`.
  private func field(
    _ value: PresetValue, of experiment: Experiment
  ) throws(InputError) -> AssignmentPart.Subject {
    let entries = try value.entries(["t", "of"])
    guard let level = entries["t"] else { throw value.error("field needs t: INDEX") }
    let index: Int = try level.whole()
    guard (0..<experiment.schedule.timesteps).contains(index) else {
      throw level.error(
        "t must be from 0 to \(experiment.schedule.timesteps - 1), not \(index)")
    }
    guard let of = entries["of"] else { return .field(level: index, name: "score") }
    let name = try of.text()
    guard FieldJudgement.names.contains(name) else {
      throw of.error(
        "\(UnknownName(name: name, family: "field", known: FieldJudgement.names))")
    }
    return .field(level: index, name: name)
  }

  /// `[{value: V, points: P}, ...]`, the hardest first.
  func thresholds(
    _ value: PresetValue, isLowerBetter: Bool
  ) throws(InputError) -> [Threshold] {
    let items = try value.items("threshold")
    if items.isEmpty { throw value.error("thresholds has none; say [{value: V, points: P}]") }
    var thresholds: [Threshold] = []
    for item in items {
      let entries = try item.entries(["value", "points"])
      guard let number = entries["value"], let points = entries["points"] else {
        throw item.error("\(item.name) must be {value: V, points: P}")
      }
      let threshold = Threshold(value: try number.number(), points: try points.whole())
      guard (1...Self.mostPointsOfThreshold).contains(threshold.points) else {
        throw points.error(
          "points must be from 1 to \(Self.mostPointsOfThreshold), not \(threshold.points)")
      }
      if let before = thresholds.last {
        let isEasier =
          isLowerBetter ? threshold.value > before.value : threshold.value < before.value
        guard isEasier, threshold.points < before.points else {
          throw item.error("the hardest threshold comes first, and each after it earns less")
        }
      }
      thresholds.append(threshold)
    }
    return thresholds
  }

  private static let mostPointsOfThreshold = 1000
}
