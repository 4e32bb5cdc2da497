import Foundation

/// The dual of Sinkhorn's problem: a potential for every source, those of the sinks following.
struct EntropicDual {
  let sources: [Point]
  let sinks: [Point]
  var entropy: Double
  private var f: [Double]
  private var g: [Double]
  private var passes = 0

  /// How many rounds in which the unrest is not halved mean that rounding keeps it up.
  private static let patience = 50

  /// The most pairs for which the plan is kept, which Newton's method asks again and again; beyond,
  /// there are plain iterations only.
  private static let mostPairs = 25_000_000

  init(sources: [Point], sinks: [Point], entropy: Double) {
    self.sources = sources
    self.sinks = sinks
    self.entropy = entropy
    f = [Double](repeating: 0, count: sources.count)
    g = [Double](repeating: 0, count: sinks.count)
  }

  /// The dual objective, the mean of either potential summed.
  var value: Double {
    f.reduce(0, +) / Double(f.count) + g.reduce(0, +) / Double(g.count)
  }

  /// What the plan costs, and by how much its row sums miss the masses of the sources in all.
  var plan: (cost: Double, marginalError: Double) {
    var total = 0.0
    var missed = 0.0
    for (source, potential) in zip(sources, f) {
      var row = 0.0
      for (sink, other) in zip(sinks, g) {
        let squared = (source - sink).squaredLength
        let share = exp((potential + other - squared) / entropy)
        total += squared * share
        row += share
      }
      missed += abs(row / Double(sinks.count) - 1)
    }
    let count = Double(sources.count)
    return (total / (count * Double(sinks.count)), missed / count)
  }

  /// Improves the potentials until a plain iteration changes none by more than a share of the
  /// entropy.
  ///
  /// - Returns: the largest such change that is left.
  mutating func settle(
    until rest: Double, mostPasses: Int, watch: MetricWatch
  ) throws -> Double {
    var best = (unrest: Double.infinity, rounds: 0)
    while true {
      g = fit(sinks, to: sources, f)
      let plain = fit(sources, to: sinks, g)
      let unrest = Self.distance(plain, f) / entropy
      try watch(unrest)
      if unrest <= rest || unrest.isNaN || passes >= mostPasses { return unrest }
      best = unrest < 0.5 * best.unrest ? (unrest, 0) : (best.unrest, best.rounds + 1)
      if unrest < 1 && best.rounds > Self.patience && plansFit { return unrest }
      let isNear = unrest < 1 && plansFit
      f = isNear ? try newton(else: plain, watch: { try watch(unrest) }) : plain
    }
  }

  /// The same for a cloud and itself, which has one potential: the mean of old and new converges in
  /// tens of rounds.
  mutating func settleAgainstItself(
    until rest: Double, mostPasses: Int, watch: MetricWatch
  ) throws -> Double {
    while true {
      let plain = fit(sources, to: sources, f)
      let unrest = Self.distance(plain, f) / entropy
      try watch(unrest)
      if unrest <= rest || unrest.isNaN || passes >= mostPasses { return unrest }
      f = zip(f, plain).map { ($0 + $1) / 2 }
      g = f
    }
  }

  private var plansFit: Bool { sources.count * sinks.count <= Self.mostPairs }

  private static func distance(_ one: [Double], _ other: [Double]) -> Double {
    zip(one, other).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  /// The potentials after a step of Newton's method as far as it climbs, or else others.
  private mutating func newton(else plain: [Double], watch: () throws -> Void) throws -> [Double] {
    var system = EntropicSystem(potentials: f, g, sources, sinks, entropy: entropy)
    let direction = try system.direction(watch: watch)
    passes += system.products
    // The value is worth no more digits than this.
    let least = value - 1e-13 * (abs(value) + entropy)
    var reach = 1.0
    while reach > 1e-3 {
      let tried = zip(f, direction).map { $0 + reach * $1 }
      let others = fit(sinks, to: sources, tried)
      let height =
        tried.reduce(0, +) / Double(tried.count) + others.reduce(0, +) / Double(others.count)
      if height >= least { return tried }
      reach /= 2
    }
    return plain
  }

  /// The potential that gives every point its mass: `−eps · ln mean exp((other − C) / eps)`.
  private mutating func fit(
    _ points: [Point], to others: [Point], _ potentials: [Double]
  ) -> [Double] {
    passes += 1
    var exponents = potentials
    return points.map { point in
      var peak = -Double.infinity
      for j in exponents.indices {
        exponents[j] = (potentials[j] - (point - others[j]).squaredLength) / entropy
        peak = max(peak, exponents[j])
      }
      let sum = exponents.reduce(0) { $0 + exp($1 - peak) }
      return -entropy * (peak + log(sum / Double(others.count)))
    }
  }
}
