import Foundation

/// Sinkhorn's problem `min ⟨P, C⟩ + eps · KL(P | a ⊗ b)` at squared distances, in logarithms.
struct EntropicTransport {
  /// `⟨P, C⟩`, what the plan's mass travels.
  let transportCost: Double
  /// The whole objective at its least.
  let objective: Double

  /// The iterations that fit the potentials did not come to rest.
  struct Unsettled: Error, CustomStringConvertible {
    let entropy: Double
    var description: String {
      "Sinkhorn's iterations do not converge at an entropy of \(entropy); take a larger one"
    }
  }

  private static let mostRounds = 100_000
  /// Potentials that change less than this share of the entropy are at rest.
  private static let rest = 1e-10

  /// Fits the potentials of both clouds until they rest; watched from 0 to 1.
  init(
    from sources: [Point], to sinks: [Point], entropy: Double, watch: MetricWatch
  ) throws {
    var f = [Double](repeating: 0, count: sources.count)
    var g = [Double](repeating: 0, count: sinks.count)
    let isSelf = sources == sinks
    var change = Double.infinity
    var first = Double.nan
    var rounds = 0
    while change > Self.rest * entropy {
      if rounds == Self.mostRounds || change.isNaN { throw Unsettled(entropy: entropy) }
      let fitted = Self.fit(sources, sinks, g, entropy)
      // Against itself a cloud has one potential; the mean of old and new converges fast.
      let next = isSelf ? zip(f, fitted).map { ($0 + $1) / 2 } : fitted
      change = zip(f, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      f = next
      g = isSelf ? f : Self.fit(sinks, sources, f, entropy)
      rounds += 1
      if rounds == 1 { first = change }
      try watch(min(1, max(0, log(first / change) / log(first / (Self.rest * entropy)))))
    }
    objective =
      f.reduce(0, +) / Double(sources.count) + g.reduce(0, +) / Double(sinks.count)
    transportCost = Self.cost(sources, sinks, f, g, entropy)
  }

  /// The potential that gives every source its mass: `−eps · ln mean exp((g − C) / eps)`.
  private static func fit(
    _ sources: [Point], _ sinks: [Point], _ g: [Double], _ entropy: Double
  ) -> [Double] {
    sources.map { source in
      var exponents = g
      var peak = -Double.infinity
      for j in exponents.indices {
        exponents[j] = (g[j] - (source - sinks[j]).squaredLength) / entropy
        peak = max(peak, exponents[j])
      }
      let sum = exponents.reduce(0) { $0 + exp($1 - peak) }
      return -entropy * (peak + log(sum / Double(sinks.count)))
    }
  }

  private static func cost(
    _ sources: [Point], _ sinks: [Point], _ f: [Double], _ g: [Double], _ entropy: Double
  ) -> Double {
    var total = 0.0
    for (source, potential) in zip(sources, f) {
      for (sink, other) in zip(sinks, g) {
        let squared = (source - sink).squaredLength
        total += squared * exp((potential + other - squared) / entropy)
      }
    }
    return total / (Double(sources.count) * Double(sinks.count))
  }
}
