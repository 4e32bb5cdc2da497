import Foundation

/// Sinkhorn's problem `min ⟨P, C⟩ + eps · KL(P | a ⊗ b)` at squared distances, in logarithms.
///
/// The entropy falls in steps to what is asked; at each the potentials are fitted by Newton's method
/// on the dual (Brauer et al. 2017) with conjugate gradients, where plain iterations would creep:
/// between clouds far apart they gain a digit in a hundred thousand rounds.
struct EntropicTransport {
  /// `⟨P, C⟩`, what the plan's mass travels.
  let transportCost: Double
  /// The whole objective at its least.
  let objective: Double
  /// How far the plan's row sums are from the masses of the sources: the sum of absolute
  /// differences, from 0 to 2. Its columns have the masses of the sinks.
  let marginalError: Double
  /// Whether the potentials have come to rest.
  let isConverged: Bool

  /// The most passes over all pairs: about as long as a user would wait.
  private static let mostPasses = 20_000
  /// Potentials that change less than this share of the entropy are at rest.
  private static let rest = 1e-10

  /// Fits the potentials of both clouds until they rest; watched from 0 to 1.
  init(
    from sources: [Point], to sinks: [Point], entropy: Double, mostPasses: Int = mostPasses,
    watch: MetricWatch
  ) throws {
    let isSelf = sources == sinks
    var dual = EntropicDual(
      sources: sources, sinks: sinks,
      entropy: isSelf ? entropy : max(entropy, Self.usualCost(sources, sinks)))
    // The exponents themselves are no finer than this.
    let finest = 64 * Double.ulpOfOne * Self.largestCost(sources, sinks) / entropy
    let rest = min(1e-7, max(Self.rest, finest))
    var unrest = Double.infinity
    while true {
      let isLast = dual.entropy == entropy
      let goal = isLast ? rest : 1e-2
      let part: MetricWatch = { unrest in
        try watch(isLast ? min(1, max(0, log(max(unrest, rest)) / log(rest))) : 0)
      }
      unrest =
        isSelf
        ? try dual.settleAgainstItself(until: goal, mostPasses: mostPasses, watch: part)
        : try dual.settle(until: goal, mostPasses: mostPasses, watch: part)
      if isLast { break }
      dual.entropy = max(entropy, dual.entropy / 4)
    }
    isConverged = unrest <= rest
    objective = dual.value
    (transportCost, marginalError) = dual.plan
  }

  /// The median of the costs of some pairs: near it, the problem is easy.
  private static func usualCost(_ sources: [Point], _ sinks: [Point]) -> Double {
    let costs = (0..<101).map { i in
      (sources[i * 7919 % sources.count] - sinks[i * 104_729 % sinks.count]).squaredLength
    }
    return costs.sorted()[50]
  }

  private static func largestCost(_ sources: [Point], _ sinks: [Point]) -> Double {
    let all = sources + sinks
    let low = all.reduce(all[0]) { pointwiseMin($0, $1) }
    let high = all.reduce(all[0]) { pointwiseMax($0, $1) }
    return (high - low).squaredLength
  }
}
