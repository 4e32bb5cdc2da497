import Testing

@testable import Diffusion

/// What exact transport owes whatever the clouds are.
@Suite("Laws of exact transport") struct ExactTransportLawTests {
  struct Clouds: CustomTestStringConvertible, Sendable {
    let name: String
    let one: [Point]
    let other: [Point]

    var testDescription: String { name }
  }

  static func cloud(_ count: Int, seed: UInt64) -> [Point] {
    var stream = Randomness(seed: seed).stream(.data)
    return Distribution.twoMoons.mixture().draw(count, from: &stream).points
  }

  private static let kinds = [ExactTransport.Cost.distance, .squaredDistance]

  static let awkward: [Clouds] = {
    let (a, b) = (cloud(24, seed: 1), cloud(24, seed: 2))
    let lattice = (0..<24).map { Point(Double($0 % 5), Double($0 / 5)) }
    return [
      Clouds(name: "any", one: a, other: b),
      Clouds(name: "duplicates", one: (0..<24).map { a[$0 % 8] }, other: b),
      Clouds(
        name: "collinear", one: a.map { Point($0.x, 2 * $0.x) },
        other: b.map { Point($0.y, 2 * $0.y) }),
      Clouds(name: "level", one: a.map { Point($0.x, 0) }, other: b.map { Point($0.y, 0) }),
      Clouds(name: "all equal", one: a.map { _ in a[0] }, other: b.map { _ in b[0] }),
      Clouds(
        name: "all equal but two", one: (0..<24).map { $0 < 2 ? a[$0] : a[5] }, other: b),
      Clouds(name: "lattice", one: lattice, other: lattice.map { $0 + Point(0.5, 0.5) }),
      Clouds(
        name: "far", one: [Point(1e6, 0), Point(0, -1e9)] + a,
        other: b + [Point(1e6, 1), Point(3, -1e9)]),
      Clouds(name: "one far", one: [Point(1e6, 0)] + a, other: b + [Point(0, 0)]),
      Clouds(name: "apart", one: a, other: b.map { 0.1 * $0 + Point(40, -30) }),
      Clouds(name: "single", one: [a[0]], other: b),
    ]
  }()

  private func exact(
    _ one: [Point], _ other: [Point], _ kind: ExactTransport.Cost
  ) -> ExactTransport {
    ExactTransport(from: one, to: other, cost: kind) { _ in }
  }

  @Test("The cost is that of the best assignment of unit masses", arguments: awkward)
  func assignment(clouds: Clouds) {
    // Everybody stands for as many units as the other cloud has points.
    let units =
      clouds.one.count == clouds.other.count ? (1, 1) : (clouds.other.count, clouds.one.count)
    let one = clouds.one.flatMap { Array(repeating: $0, count: units.0) }
    let other = clouds.other.flatMap { Array(repeating: $0, count: units.1) }
    for kind in Self.kinds {
      let wanted = HungarianAssignment.meanCost(from: one, to: other) { offset in
        kind == .distance ? offset.length : offset.squaredLength
      }
      let found = exact(clouds.one, clouds.other, kind)
      #expect(deviation(found.meanCost, wanted) < 1e-12, "\(kind)")
      #expect(found.certificate < 1e-28)
    }
  }

  @Test("Exchanging the clouds changes nothing", arguments: awkward)
  func symmetry(clouds: Clouds) {
    for kind in Self.kinds {
      let (there, back) = (
        exact(clouds.one, clouds.other, kind), exact(clouds.other, clouds.one, kind)
      )
      #expect(deviation(there.meanCost, back.meanCost) < 1e-14)
    }
  }

  @Test("The order of points changes not a bit", arguments: awkward)
  func permutation(clouds: Clouds) {
    for kind in Self.kinds {
      let shuffled = (0..<clouds.one.count).map { clouds.one[$0 * 7 % clouds.one.count] }
      guard clouds.one.count % 7 != 0 else { continue }
      let found = exact(shuffled, clouds.other.reversed(), kind)
      #expect(found.meanCost == exact(clouds.one, clouds.other, kind).meanCost)
    }
  }

  @Test("Moving a cloud as a whole adds what every plan pays")
  func translation() {
    let (one, other) = (Self.cloud(150, seed: 3), Self.cloud(110, seed: 4))
    let shift = Point(64, -128)
    func mean(_ points: [Point]) -> Point { points.reduce(.zero, +) / Double(points.count) }
    let between = mean(other) - mean(one)
    let near = exact(one, other, .squaredDistance).meanCost
    let far = exact(one, other.map { $0 + shift }, .squaredDistance).meanCost
    let more = shift.squaredLength + 2 * (shift.x * between.x + shift.y * between.y)
    #expect(deviation(far, near + more) < 1e-12)
    for kind in Self.kinds {
      let both = exact(one.map { $0 + shift }, other.map { $0 + shift }, kind).meanCost
      #expect(deviation(both, exact(one, other, kind).meanCost) < 1e-12)
    }
  }

  @Test("Masses are as many points in one place, and those of 0 are not there")
  func masses() {
    let (one, other) = (Self.cloud(20, seed: 5), Self.cloud(30, seed: 6))
    let (here, there) = (one.indices.map { $0 % 4 }, other.indices.map { $0 * $0 % 5 })
    for kind in Self.kinds {
      let weighted = ExactTransport(
        from: one, masses: here, to: other, masses: there, cost: kind
      ) { _ in }
      let repeated = exact(
        zip(one, here).flatMap { Array(repeating: $0, count: $1) },
        zip(other, there).flatMap { Array(repeating: $0, count: $1) }, kind)
      #expect(weighted.meanCost == repeated.meanCost)
      let tenfold = ExactTransport(
        from: one, masses: here.map { 10 * $0 }, to: other, masses: there, cost: kind
      ) { _ in }
      #expect(deviation(tenfold.meanCost, weighted.meanCost) < 1e-14)
    }
  }

  @Test("Larger clouds of several levels are proved to be the best", arguments: [UInt64(1), 2])
  func certificate(seed: UInt64) {
    let one = Self.cloud(500, seed: seed)
    for other in [Self.cloud(500, seed: seed + 10), Self.cloud(333, seed: seed + 20)] {
      for kind in Self.kinds {
        let found = exact(one, other, kind)
        #expect(found.certificate < 1e-28)
        var bounds: [Double] = []
        _ = ExactTransport(from: one, to: other, cost: kind) {
          bounds.append($0)
        } watch: { _ in
        }
        #expect(bounds.allSatisfy { $0 <= found.meanCost * (1 + 1e-12) })
        #expect(deviation(bounds.last ?? 0, found.meanCost) < 1e-9)
      }
    }
  }

  @Test("What is known when the work is ended early is below the cost")
  func endedEarly() {
    struct Enough: Error {}
    let (one, other) = (Self.cloud(600, seed: 7), Self.cloud(600, seed: 8))
    let cost = exact(one, other, .squaredDistance).meanCost
    var bound = -1.0
    var fractions = 0
    #expect(throws: Enough.self) {
      try ExactTransport(from: one, to: other, cost: .squaredDistance) {
        bound = $0
      } watch: { fraction in
        fractions += 1
        if fraction > 0.7 { throw Enough() }
      }
    }
    #expect(fractions > 1 && bound > 0.2 * cost && bound <= cost)
  }

  @Test("An assignment reaches every point once, at the cost of transport")
  func matching() {
    let (one, other) = (Self.cloud(90, seed: 9), Self.cloud(88, seed: 10))
    let repeated = other + other.prefix(2)
    let matching = ExactTransport.matching(from: one, to: repeated)
    #expect(matching.sorted() == Array(repeated.indices))
    let cost = one.indices.reduce(0) { $0 + (one[$1] - repeated[matching[$1]]).squaredLength } / 90
    #expect(deviation(cost, exact(one, repeated, .squaredDistance).meanCost) < 1e-12)
  }
}

/// The best assignment by the Hungarian method on the whole table of costs, as an oracle.
enum HungarianAssignment {
  static func meanCost(
    from one: [Point], to other: [Point], cost: (Point) -> Double
  ) -> Double {
    let count = one.count
    var (rows, columns) = (
      [Double](repeating: 0, count: count + 1), [Double](repeating: 0, count: count + 1)
    )
    var owner = [Int](repeating: 0, count: count + 1)
    for row in 1...count {
      owner[0] = row
      var column = 0
      var least = [Double](repeating: .infinity, count: count + 1)
      var isUsed = [Bool](repeating: false, count: count + 1)
      var before = [Int](repeating: 0, count: count + 1)
      repeat {
        isUsed[column] = true
        let current = owner[column]
        var (step, next) = (Double.infinity, 0)
        for candidate in 1...count where !isUsed[candidate] {
          let reduced =
            cost(one[current - 1] - other[candidate - 1]) - rows[current] - columns[candidate]
          if reduced < least[candidate] {
            (least[candidate], before[candidate]) = (reduced, column)
          }
          if least[candidate] < step { (step, next) = (least[candidate], candidate) }
        }
        for candidate in 0...count {
          if isUsed[candidate] {
            rows[owner[candidate]] += step
            columns[candidate] -= step
          } else {
            least[candidate] -= step
          }
        }
        column = next
      } while owner[column] != 0
      while column != 0 {
        owner[column] = owner[before[column]]
        column = before[column]
      }
    }
    let total = (1...count).reduce(0) { $0 + cost(one[owner[$1] - 1] - other[$1 - 1]) }
    return total / Double(count)
  }
}
