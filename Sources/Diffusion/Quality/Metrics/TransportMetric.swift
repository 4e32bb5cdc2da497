extension Metric {
  /// The Wasserstein distances, exactly: the least mean distance, and the root of the least mean
  /// squared distance, that turns one cloud into the other.
  public static let transport = Metric(
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
    let share = wantsFirst ? 0.5 : 0
    var figures: MetricFigures = [:]
    if wantsFirst {
      let first = try ExactTransport(
        from: clouds.reference, to: clouds.generated, cost: .distance
      ) { try watch(share * $0) }
      figures["w1"] = .number(first.meanCost)
    }
    guard settings.keys?.isDisjoint(with: ["w2", "w2_squared", "w2_certificate"]) != true else {
      return figures
    }
    let second = try ExactTransport(
      from: clouds.reference, to: clouds.generated, cost: .squaredDistance
    ) { try watch(share + (1 - share) * $0) }
    figures["w2_squared"] = .number(second.meanCost)
    figures["w2"] = .number(second.meanCost.squareRoot())
    figures["w2_certificate"] = .check(second.certificate)
    return figures
  }
}
