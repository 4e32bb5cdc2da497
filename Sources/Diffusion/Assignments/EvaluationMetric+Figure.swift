extension EvaluationMetric {
  /// The metric of two clouds that works out a figure, such as `chamfer_mean` or
  /// `mmd_median.0.5`; nil where it is none of theirs.
  public static func ofClouds(workingOut figure: String) -> EvaluationMetric? {
    let key = figure.split(separator: ".").first.map(String.init) ?? ""
    guard let metric = Metric.allCases.first(where: { $0.keys.contains(key) }) else { return nil }
    return allCases.first { $0.id == metric.id }
  }
}
