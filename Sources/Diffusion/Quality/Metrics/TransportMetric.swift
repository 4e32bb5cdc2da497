extension Metric {
  /// The Wasserstein distances, exactly: the least mean distance, and the root of the least mean
  /// squared distance, that turns one cloud into the other.
  public static let exactTransport = Metric(
    id: "wasserstein", title: "Wasserstein",
    summary: "exact W1 and W2 by optimal transport", mostPoints: ExactTransport.mostPoints,
    comparesAllPairs: true,
    keys: ["w1", "w2", "w2_squared", "w2_certificate"],
    definitions: [
      "w1": "exact optimal transport: the least mean distance moved",
      "w2": "exact optimal transport: the root of the least mean squared distance moved",
      "w2_squared": "exact optimal transport: the least mean squared distance moved",
      "w2_certificate":
        "the largest violation of the dual constraints over the largest cost; 0 up to rounding",
    ]
  ) { clouds, settings, watch in
    let wantsFirst = settings.wants("w1")
    let wantsSecond = ["w2", "w2_squared", "w2_certificate"].contains { settings.wants($0) }
    let share = wantsFirst && wantsSecond ? 0.5 : 0
    var figures: MetricFigures = [:]
    var least = 0.0
    do {
      if wantsFirst {
        let first = try ExactTransport(
          from: clouds.reference, to: clouds.generated, cost: .distance
        ) {
          least = $0
        } watch: {
          try watch((wantsSecond ? 0.5 : 1) * $0)
        }
        figures["w1"] = .number(first.meanCost)
      }
      guard wantsSecond else { return figures }
      let second = try ExactTransport(
        from: clouds.reference, to: clouds.generated, cost: .squaredDistance
      ) {
        least = $0
      } watch: {
        try watch(share + (1 - share) * $0)
      }
      figures["w2_squared"] = .number(second.meanCost)
      figures["w2"] = .number(second.meanCost.squareRoot())
      figures["w2_certificate"] = .check(second.certificate)
      return figures
    } catch var ended as MetricInterrupted {
      let isFirst = wantsFirst && figures["w1"] == nil
      figures[isFirst ? "w1_at_least" : "w2_at_least"] = .number(
        isFirst ? least : least.squareRoot())
      ended.figures = figures
      throw ended
    }
  }
}

/// Thrown by whoever watches a metric to end it; the metric adds what it has found by then.
public struct MetricInterrupted: Error {
  public internal(set) var figures: MetricFigures = [:]

  public init() {}
}
