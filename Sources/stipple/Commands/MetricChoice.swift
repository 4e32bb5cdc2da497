import Diffusion

/// A metric, or some of its figures, as `--metrics` names them.
struct MetricChoice {
  let metric: Metric
  /// The keys of the figures that are printed.
  let keys: [String]

  /// All of a metric by its name, or a single figure by its key.
  static func named(_ word: String) throws -> MetricChoice {
    if let metric = Metric.allCases.first(where: { $0.id == word }) {
      return MetricChoice(metric: metric, keys: metric.keys)
    }
    if let metric = Metric.allCases.first(where: { $0.keys.contains(word) }) {
      return MetricChoice(metric: metric, keys: [word])
    }
    throw UnknownName(
      name: word, family: Metric.familyName,
      known: Metric.allCases.map(\.id) + Metric.allCases.flatMap(\.keys))
  }
}
