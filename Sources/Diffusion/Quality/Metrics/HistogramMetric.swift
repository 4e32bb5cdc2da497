import Foundation

extension Metric {
  /// Divergences of the shares of points in the cells of a lattice, `delta` added to every count:
  /// Kullback-Leibler both ways, Jensen-Shannon, and half the L1 distance; all in nats.
  public static let histogram = Metric(
    id: "histogram", title: "Histogram divergences",
    summary: "KL, Jensen-Shannon and total variation on a 32 x 32 lattice", mostPoints: .max
  ) { clouds, _, _ in
    let one = CellCounts(of: clouds.reference)
    let other = CellCounts(of: clouds.generated)
    var figures: MetricFigures = [
      "bins": .count(CellCounts.bins), "lo": .number(CellCounts.range.lowerBound),
      "hi": .number(CellCounts.range.upperBound), "inside_X": .count(one.inside),
      "inside_Y": .count(other.inside), "nonempty_X": .count(one.occupied),
      "nonempty_Y": .count(other.occupied),
    ]
    for (name, delta) in [("delta_0.5", 0.5), ("delta_1e-06", 1e-6)] {
      figures[name] = divergences(one.shares(adding: delta), other.shares(adding: delta))
    }
    return ["histogram": .group(figures)]
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

/// How many points of a cloud fall in each cell of a square lattice.
struct CellCounts {
  static let bins = 32
  static let range = -2.0...2.0

  private var counts = [Int](repeating: 0, count: bins * bins)

  /// Cells hold their lower but not their upper bound, except the last, which holds both; points
  /// outside are left out.
  init(of points: [Point]) {
    for point in points {
      if let column = Self.bin(of: point.x), let row = Self.bin(of: point.y) {
        counts[row * Self.bins + column] += 1
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

  private static func bin(of coordinate: Double) -> Int? {
    guard range.contains(coordinate) else { return nil }
    let width = (range.upperBound - range.lowerBound) / Double(bins)
    return min(Int((coordinate - range.lowerBound) / width), bins - 1)
  }
}
