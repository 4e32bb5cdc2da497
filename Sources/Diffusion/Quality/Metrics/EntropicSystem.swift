import Foundation

/// Newton's equations for the potentials of the sources, those of the sinks eliminated:
/// `(diag(r) − P diag(c)⁻¹ Pᵀ) x = eps (1 − r)` with the plan P, its row sums r and column sums c,
/// rows scaled to a mass of 1.
struct EntropicSystem {
  private let plan: [Double]
  private let rows: [Double]
  private let columns: [Double]
  private let entropy: Double
  /// How often the plan was gone through.
  private(set) var products = 1

  init(
    potentials f: [Double], _ g: [Double], _ sources: [Point], _ sinks: [Point], entropy: Double
  ) {
    var plan: [Double] = []
    plan.reserveCapacity(sources.count * sinks.count)
    var rows: [Double] = []
    var columns = [Double](repeating: 0, count: sinks.count)
    for i in sources.indices {
      var row = 0.0
      for j in sinks.indices {
        let exponent = (f[i] + g[j] - (sources[i] - sinks[j]).squaredLength) / entropy
        let share = exp(exponent) / Double(sinks.count)
        plan.append(share)
        row += share
        columns[j] += share
      }
      rows.append(row)
    }
    self.plan = plan
    self.rows = rows
    self.columns = columns
    self.entropy = entropy
  }

  /// The solution by conjugate gradients, the more exact the nearer the end is.
  mutating func direction(watch: () throws -> Void) throws -> [Double] {
    let count = rows.count
    var rest = rows.map { entropy * (1 - $0) }
    let shift = rest.reduce(0, +) / Double(count)
    for i in rest.indices { rest[i] -= shift }
    let first = Self.dot(rest, rest).squareRoot()
    let goal = 0.1 * min(0.1, first / entropy) * first
    let scales = preconditioner
    var solution = [Double](repeating: 0, count: count)
    var scaled = zip(rest, scales).map { $0 * $1 }
    var way = scaled
    var product = Self.dot(rest, scaled)
    for _ in 0..<(4 * count) {
      let image = applied(to: way)
      let curvature = Self.dot(way, image)
      guard curvature > 0, product > 0 else { break }
      let length = product / curvature
      for i in solution.indices {
        solution[i] += length * way[i]
        rest[i] -= length * image[i]
      }
      if Self.dot(rest, rest).squareRoot() <= goal { break }
      scaled = zip(rest, scales).map { $0 * $1 }
      let next = Self.dot(rest, scaled)
      for i in way.indices { way[i] = scaled[i] + next / product * way[i] }
      product = next
      try watch()
    }
    return solution
  }

  /// One over the diagonal.
  private var preconditioner: [Double] {
    rows.indices.map { i in
      var diagonal = rows[i]
      for j in columns.indices {
        let share = plan[i * columns.count + j]
        diagonal -= share * share / columns[j]
      }
      return 1 / max(diagonal, 1e-14)
    }
  }

  private mutating func applied(to x: [Double]) -> [Double] {
    products += 2
    let width = columns.count
    var sums = [Double](repeating: 0, count: width)
    for i in x.indices {
      for j in 0..<width { sums[j] += plan[i * width + j] * x[i] }
    }
    for j in 0..<width { sums[j] /= columns[j] }
    return x.indices.map { i in
      var sum = 0.0
      for j in 0..<width { sum += plan[i * width + j] * sums[j] }
      return rows[i] * x[i] - sum
    }
  }

  private static func dot(_ one: [Double], _ other: [Double]) -> Double {
    var sum = 0.0
    for i in one.indices { sum += one[i] * other[i] }
    return sum
  }
}
