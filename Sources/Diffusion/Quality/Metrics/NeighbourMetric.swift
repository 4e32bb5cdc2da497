extension Metric {
  /// Precision and recall (Kynkäänniemi et al. 2019), density and coverage (Naeem et al. 2020): how
  /// the clouds lie in each other's balls, which reach to a point's k-th nearest neighbour of its
  /// own cloud. Left out for clouds of at most k points.
  public static let neighbours = Metric(
    id: "prdc", title: "Precision, recall, density, coverage",
    summary: "shares of points in the k-nearest-neighbour balls of the other cloud",
    mostPoints: pairLimit, comparesAllPairs: true,
    keys: ["prdc_k3", "prdc_k5"],
    definitions: [
      "precision": "the share of samples in a ball of real data that reaches to its k-th neighbour",
      "recall": "the share of real data in such a ball of the samples",
      "density": "the mean number of balls of real data a sample is in; over k",
      "coverage": "the share of balls of real data that hold a sample",
    ]
  ) { clouds, _, watch in
    let sizes = [3, 5].filter { $0 < min(clouds.reference.count, clouds.generated.count) }
    let whole = Double(3 * sizes.count)
    var figures: MetricFigures = [:]
    for (index, k) in sizes.enumerated() {
      let balls = try NeighbourBalls(of: clouds, k: k) { part in
        try watch((3 * Double(index) + part) / whole)
      }
      figures["prdc_k\(k)"] = .group([
        "precision": .number(balls.precision), "recall": .number(balls.recall),
        "density": .number(balls.density), "coverage": .number(balls.coverage),
      ])
    }
    return figures
  }
}

/// How two clouds lie in the balls around each other's points.
struct NeighbourBalls {
  /// The share of generated points in a ball of the reference.
  let precision: Double
  /// The share of reference points in a ball of the generated cloud.
  let recall: Double
  /// The mean number of reference balls a generated point is in, over k.
  let density: Double
  /// The share of reference balls that hold a generated point.
  let coverage: Double

  /// - Parameter watch: told the work done, in passes of three.
  init(of clouds: ComparedClouds, k: Int, watch: MetricWatch) rethrows {
    let (real, fake) = (clouds.reference, clouds.generated)
    let realRadii = try Self.squaredRadii(of: real, k: k) { try watch($0) }
    let fakeRadii = try Self.squaredRadii(of: fake, k: k) { try watch(1 + $0) }
    var holders = [Int](repeating: 0, count: fake.count)
    var (recalled, covered) = (0, 0)
    for (i, point) in real.enumerated() {
      var (isRecalled, isCovered) = (false, false)
      for j in fake.indices {
        let squared = (point - fake[j]).squaredLength
        if squared <= realRadii[i] {
          holders[j] += 1
          isCovered = true
        }
        if squared <= fakeRadii[j] { isRecalled = true }
      }
      recalled += isRecalled ? 1 : 0
      covered += isCovered ? 1 : 0
      if i & 63 == 63 { try watch(2 + Double(i) / Double(real.count)) }
    }
    let (n, m) = (Double(real.count), Double(fake.count))
    precision = Double(holders.count { $0 > 0 }) / m
    density = Double(holders.reduce(0, +)) / (Double(k) * m)
    recall = Double(recalled) / n
    coverage = Double(covered) / n
  }

  /// The squared distance of every point to its k-th nearest other point.
  private static func squaredRadii(
    of points: [Point], k: Int, watch: MetricWatch
  ) rethrows -> [Double] {
    var radii: [Double] = []
    radii.reserveCapacity(points.count)
    for (i, point) in points.enumerated() {
      var nearest = [Double](repeating: .infinity, count: k)
      for (j, other) in points.enumerated() where j != i {
        let squared = (point - other).squaredLength
        if squared < nearest[k - 1] { insert(squared, into: &nearest) }
      }
      radii.append(nearest[k - 1])
      if i & 63 == 63 { try watch(Double(i) / Double(points.count)) }
    }
    return radii
  }

  /// Puts a number in its place in a rising list and drops the last.
  private static func insert(_ number: Double, into rising: inout [Double]) {
    var place = rising.count - 1
    while place > 0 && rising[place - 1] > number {
      rising[place] = rising[place - 1]
      place -= 1
    }
    rising[place] = number
  }
}
