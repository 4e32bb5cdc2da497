import Foundation

extension Metric {
  /// The squared maximum mean discrepancy of the kernel `exp(−|x−y|² / 2h²)` (Gretton et al. 2012):
  /// biased, with every point compared to itself too, and unbiased, which may be negative.
  ///
  /// Once for bandwidths that are given, and once for shares of the median distance between points
  /// of the reference, so that there is one that suits data of any size.
  public static let kernel = Metric(
    id: "mmd", title: "Maximum mean discrepancy",
    summary: "Gaussian kernels of given bandwidths and of shares of the median distance",
    mostPoints: pairLimit, comparesAllPairs: true,
    keys: ["mmd", "mmd_median"],
    definitions: [
      "mmd2_biased": "squared MMD of the kernel exp(-|x-y|^2 / 2h^2) with all pairs",
      "mmd_biased": "the root of mmd2_biased",
      "mmd2_unbiased": "squared MMD of different points; unbiased; may be negative",
      "bandwidth": "h: this share of the median distance between reference points",
    ]
  ) { clouds, settings, watch in
    let median = MedianDistance.of(clouds.reference)
    let shares = median > 0 ? MetricSettings.medianShares : []
    let count = Double(settings.bandwidths.count + shares.count)
    var given: MetricFigures = [:]
    var fitted: MetricFigures = [:]
    for (index, bandwidth) in settings.bandwidths.enumerated() {
      let group = try figures(of: clouds, bandwidth: bandwidth.value) {
        try watch((Double(index) + $0) / count)
      }
      given[bandwidth.name] = .group(group)
    }
    for (index, share) in shares.enumerated() {
      let done = Double(settings.bandwidths.count + index)
      let bandwidth = share.value * median
      var group = try figures(of: clouds, bandwidth: bandwidth) { try watch((done + $0) / count) }
      group["bandwidth"] = .check(bandwidth)
      fitted[share.name] = .group(group)
    }
    if shares.isEmpty {
      fitted["note"] = .note("reference points lie on one place: there is no median distance")
    }
    return ["mmd": .group(given), "mmd_median": .group(fitted)]
  }

  private static func figures(
    of clouds: ComparedClouds, bandwidth: Double, watch: MetricWatch
  ) throws -> MetricFigures {
    let scale = -0.5 / (bandwidth * bandwidth)
    let squared = try KernelDiscrepancy(of: clouds.reference, clouds.generated, watch: watch) {
      exp(scale * ($0 - $1).squaredLength)
    }
    return [
      "mmd2_biased": .number(squared.biased),
      "mmd_biased": .number(max(0, squared.biased).squareRoot()),
      "mmd2_unbiased": .number(squared.unbiased),
    ]
  }
}

/// The median distance between points of a cloud, the usual bandwidth of a kernel.
enum MedianDistance {
  /// How many points it is worked out of, evenly taken: the median of 80,000 distances is off by
  /// less than a percent.
  private static let most = 400

  /// Pairs on one place do not count; 0 where there are no others.
  static func of(_ points: [Point]) -> Double {
    let count = min(most, points.count)
    let chosen = (0..<count).map { points[$0 * points.count / count] }
    var squares: [Double] = []
    squares.reserveCapacity(count * count / 2)
    for i in chosen.indices {
      for j in 0..<i {
        let squared = (chosen[i] - chosen[j]).squaredLength
        if squared > 0 { squares.append(squared) }
      }
    }
    if squares.isEmpty { return 0 }
    squares.sort()
    let middle = squares.count / 2
    let upper = squares[middle].squareRoot()
    // Between the middle two, where there are two.
    return squares.count.isMultiple(of: 2)
      ? (squares[middle - 1].squareRoot() + upper) / 2 : upper
  }
}
