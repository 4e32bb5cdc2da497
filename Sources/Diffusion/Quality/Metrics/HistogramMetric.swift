import Foundation

extension Metric {
  /// Divergences of the shares of points in the cells of a lattice, `delta` added to every count:
  /// Kullback-Leibler both ways, Jensen-Shannon, and half the L1 distance; all in nats.
  ///
  /// Once on the fixed lattice that others use, and once on one that covers both clouds wherever
  /// they lie, its edges at their quantiles.
  public static let histogram = Metric(
    id: "histogram", title: "Histogram divergences",
    summary:
      "KL, Jensen-Shannon and total variation on a 32 x 32 lattice over -2..2 and on one that"
      + " covers both clouds", mostPoints: .max, keys: ["histogram", "histogram_covering"]
  ) { clouds, _, _ in
    let fixed = HistogramLattice.fixed
    var figures = Self.figures(of: clouds, on: fixed)
    figures["lo"] = .number(fixed.columns.edges[0])
    figures["hi"] = .number(fixed.columns.edges[fixed.columns.bins])
    let least = min(
      Double(CellCounts(of: clouds.reference, on: fixed).inside) / Double(clouds.reference.count),
      Double(CellCounts(of: clouds.generated, on: fixed).inside) / Double(clouds.generated.count))
    if least < 0.5 {
      figures["note"] = .note(
        "only \(Int((100 * least).rounded())) % of a cloud lies on the lattice from -2 to 2, so that these"
          + " figures say little; histogram_covering has a lattice over both clouds")
    }
    return [
      "histogram": .group(figures),
      "histogram_covering": .group(Self.figures(of: clouds, on: HistogramLattice(over: clouds))),
    ]
  }

  private static func figures(
    of clouds: ComparedClouds, on lattice: HistogramLattice
  ) -> MetricFigures {
    let one = CellCounts(of: clouds.reference, on: lattice)
    let other = CellCounts(of: clouds.generated, on: lattice)
    var figures: MetricFigures = [
      "bins": .count(lattice.columns.bins), "inside_X": .count(one.inside),
      "inside_Y": .count(other.inside), "nonempty_X": .count(one.occupied),
      "nonempty_Y": .count(other.occupied),
    ]
    for (name, delta) in [("delta_0.5", 0.5), ("delta_1e-06", 1e-6)] {
      figures[name] = divergences(one.shares(adding: delta), other.shares(adding: delta))
    }
    return figures
  }

  private static func divergences(_ p: [Double], _ q: [Double]) -> MetricFigure {
    func divergence(_ p: [Double], _ q: [Double]) -> Double {
      zip(p, q).reduce(0) { $0 + $1.0 * log($1.0 / $1.1) }
    }
    let middle = zip(p, q).map { ($0 + $1) / 2 }
    return .group([
      "kl_X_Y": .number(divergence(p, q)), "kl_Y_X": .number(divergence(q, p)),
      "js_nats": .number((divergence(p, middle) + divergence(q, middle)) / 2),
      "tv": .number(zip(p, q).reduce(0) { $0 + abs($1.0 - $1.1) } / 2),
    ])
  }
}

/// How many points of a cloud fall in each cell of a lattice.
private struct CellCounts {
  private var counts: [Int]

  /// Points outside are left out.
  init(of points: [Point], on lattice: HistogramLattice) {
    counts = [Int](repeating: 0, count: lattice.rows.bins * lattice.columns.bins)
    for point in points {
      if let column = lattice.columns.bin(of: point.x), let row = lattice.rows.bin(of: point.y) {
        counts[row * lattice.columns.bins + column] += 1
      }
    }
  }

  /// The number of points on the lattice.
  var inside: Int { counts.reduce(0, +) }

  /// The number of cells with a point in them.
  var occupied: Int { counts.count { $0 > 0 } }

  func shares(adding delta: Double) -> [Double] {
    let total = Double(inside) + delta * Double(counts.count)
    return counts.map { (Double($0) + delta) / total }
  }
}
