extension Metric {
  /// The Wasserstein distances, exactly: the least mean distance, and the root of the least mean
  /// squared distance, that turns one cloud into the other.
  public static let transport = Metric(
    id: "wasserstein", title: "Wasserstein",
    summary: "exact W1 and W2 by optimal transport", mostPoints: ExactTransport.mostPoints,
    comparesAllPairs: true,
    definitions: [
      "w1": "exact optimal transport: the least mean distance moved",
      "w2": "exact optimal transport: the root of the least mean squared distance moved",
      "w2_squared": "exact optimal transport: the least mean squared distance moved",
    ]
  ) { clouds, _, watch in
    let first = try ExactTransport(
      from: clouds.reference, to: clouds.generated, cost: .distance
    ) { try watch($0 / 2) }
    let second = try ExactTransport(
      from: clouds.reference, to: clouds.generated, cost: .squaredDistance
    ) { try watch(0.5 + $0 / 2) }
    return [
      "w1": .number(first.meanCost), "w2_squared": .number(second.meanCost),
      "w2": .number(second.meanCost.squareRoot()),
    ]
  }
}
