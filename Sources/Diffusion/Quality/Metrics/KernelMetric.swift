import Foundation

extension Metric {
  /// The squared maximum mean discrepancy of the kernel `exp(−|x−y|² / 2h²)` (Gretton et al. 2012):
  /// biased, with every point compared to itself too, and unbiased, which may be negative.
  public static let kernel = Metric(
    id: "mmd", title: "Maximum mean discrepancy",
    summary: "Gaussian kernels of several bandwidths, biased and unbiased",
    mostPoints: pairLimit, comparesAllPairs: true,
    definitions: [
      "mmd2_biased": "squared MMD of the kernel exp(-|x-y|^2 / 2h^2) with all pairs",
      "mmd_biased": "the root of mmd2_biased",
      "mmd2_unbiased": "squared MMD of different points; unbiased; may be negative",
    ]
  ) { clouds, settings, watch in
    let count = Double(settings.bandwidths.count)
    var figures: MetricFigures = [:]
    for (index, bandwidth) in settings.bandwidths.enumerated() {
      let scale = -0.5 / (bandwidth.value * bandwidth.value)
      let part: MetricWatch = { try watch((Double(index) + $0) / count) }
      let means = try PairMeans(of: clouds, watch: part) { exp(scale * $0) }
      let biased = means.within.reference + means.within.generated - 2 * means.across
      let (one, other) = means.withinDistinct
      figures[bandwidth.name] = .group([
        "mmd2_biased": .number(biased), "mmd_biased": .number(max(0, biased).squareRoot()),
        "mmd2_unbiased": .number(one + other - 2 * means.across),
      ])
    }
    return ["mmd": .group(figures)]
  }
}
