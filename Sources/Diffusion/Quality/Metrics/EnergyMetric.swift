extension Metric {
  /// The energy distance `2 E|X−Y| − E|X−X'| − E|Y−Y'|` (Székely 2003), with the zero distances of
  /// points to themselves counted (V) and without them, unbiased (U).
  public static let energy = Metric(
    id: "energy", title: "Energy distance",
    summary: "mean distance across less mean distance within", mostPoints: pairLimit,
    comparesAllPairs: true,
    definitions: [
      "squared_v": "2 E|X-Y| - E|X-X'| - E|Y-Y'| with the zero distances of points to themselves",
      "sqrt_v": "the root of squared_v",
      "squared_u": "2 E|X-Y| - E|X-X'| - E|Y-Y'| of different points; unbiased; may be negative",
    ]
  ) { clouds, _, watch in
    let means = try PairMeans(of: clouds, watch: watch) { $0.squareRoot() }
    let biased = 2 * means.across - means.within.reference - means.within.generated
    let (one, other) = means.withinDistinct
    return [
      "energy": .group([
        "squared_v": .number(biased), "sqrt_v": .number(max(0, biased).squareRoot()),
        "squared_u": .number(2 * means.across - one - other),
      ])
    ]
  }

  /// The most points of a metric that looks at every pair: minutes of work.
  static let pairLimit = 100_000
}
