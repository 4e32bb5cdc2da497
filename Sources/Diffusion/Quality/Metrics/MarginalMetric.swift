extension Metric {
  /// The coordinates apart: W1, the root of the energy distance, and the Kolmogorov-Smirnov
  /// statistic of each.
  public static let marginals = Metric(
    id: "marginals", title: "Marginals",
    summary: "W1, energy distance and Kolmogorov-Smirnov of x and of y", mostPoints: .max,
    keys: ["marginal_x", "marginal_y"]
  ) { clouds, _, _ in
    func figures(_ coordinate: (Point) -> Double) -> MetricFigure {
      let distance = MarginalDistance(
        clouds.reference.map(coordinate), clouds.generated.map(coordinate))
      return .group([
        "w1": .number(distance.wasserstein), "energy_sqrt": .number(distance.energyRoot),
        "ks": .number(distance.kolmogorov),
      ])
    }
    return ["marginal_x": figures { $0.x }, "marginal_y": figures { $0.y }]
  }
}

/// How far two lists of numbers are apart, read off their cumulative distributions F and G.
struct MarginalDistance {
  /// W1, `∫ |F − G|`.
  private(set) var wasserstein = 0.0
  /// The root of the energy distance, `(2 ∫ (F − G)²)^½`.
  let energyRoot: Double
  /// The Kolmogorov-Smirnov statistic, `max |F − G|`.
  private(set) var kolmogorov = 0.0

  init(_ one: [Double], _ other: [Double]) {
    let (one, other) = (one.sorted(), other.sorted())
    var squared = 0.0
    var (i, j) = (0, 0)
    var before = min(one[0], other[0])
    while i < one.count || j < other.count {
      let here = min(i < one.count ? one[i] : .infinity, j < other.count ? other[j] : .infinity)
      let gap = abs(Double(i) / Double(one.count) - Double(j) / Double(other.count))
      wasserstein += gap * (here - before)
      squared += gap * gap * (here - before)
      kolmogorov = max(kolmogorov, gap)
      while i < one.count && one[i] == here { i += 1 }
      while j < other.count && other[j] == here { j += 1 }
      before = here
    }
    energyRoot = (2 * squared).squareRoot()
  }
}
