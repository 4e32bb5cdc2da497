import Testing

@testable import Diffusion

@Suite struct ExactTransportTests {
  private func cloud(_ count: Int, seed: UInt64) -> [Point] {
    var stream = Randomness(seed: seed).stream(.data)
    return Distribution.twoMoons.mixture().draw(count, from: &stream).points
  }

  private func cost(
    _ one: [Point], _ other: [Point], _ cost: ExactTransport.Cost
  ) -> Double {
    ExactTransport(from: one, to: other, cost: cost) { _ in }.meanCost
  }

  @Test("The best of all pairings is found", arguments: [UInt64(1), 2, 3, 4, 5])
  func everyPairing(seed: UInt64) {
    let one = cloud(6, seed: seed)
    let other = cloud(6, seed: seed + 10)
    for kind in [ExactTransport.Cost.distance, .squaredDistance] {
      let best = Self.orders(of: Array(other.indices)).map { order in
        zip(one, order).reduce(0) { sum, pair in
          let squared = (pair.0 - other[pair.1]).squaredLength
          return sum + (kind == .distance ? squared.squareRoot() : squared)
        } / 6
      }.min()
      #expect(deviation(cost(one, other, kind), best ?? -1) < 1e-14)
    }
  }

  @Test("On a line it is the coupling of quantiles, also of clouds of different sizes")
  func line() {
    let one = cloud(60, seed: 1).map { Point($0.x, 0) }
    let other = cloud(84, seed: 2).map { Point($0.x, 0) }
    let exact = LineTransport.cost(from: one.map(\.x).sorted(), to: other.map(\.x).sorted())
    #expect(deviation(cost(one, other, .distance), exact.first) < 1e-12)
    #expect(deviation(cost(one, other, .squaredDistance), exact.squared) < 1e-12)
  }

  @Test func aShiftCostsItsSquareAndAPointAgainstItselfNothing() {
    let one = cloud(80, seed: 3)
    let shift = Point(3, -1)
    #expect(deviation(cost(one, one.map { $0 + shift }, .squaredDistance), 10) < 1e-12)
    #expect(cost(one, one.reversed(), .squaredDistance) == 0)
    #expect(cost(one, one.reversed(), .distance) == 0)
  }

  @Test func manyEqualPointsAreNoTrap() {
    let lattice = (0..<144).map { Point(Double($0 % 12), Double($0 / 12)) }
    let doubled = lattice + lattice
    #expect(cost(lattice, doubled, .distance) == 0)
    #expect(deviation(cost(doubled, lattice.map { $0 + Point(0.5, 0) }, .distance), 0.5) < 1e-12)
    #expect(cost([.zero], [Point(3, 4)], .distance) == 5)
    #expect(cost([.zero], [Point(3, 4), .zero], .squaredDistance) == 12.5)
  }

  @Test func theWorkCanBeEndedEarly() {
    struct Enough: Error {}
    let one = cloud(300, seed: 5)
    let other = cloud(300, seed: 6)
    #expect(throws: Enough.self) {
      try ExactTransport(from: one, to: other, cost: .distance) { _ in throw Enough() }
    }
  }

  private static func orders(of indices: [Int]) -> [[Int]] {
    if indices.isEmpty { return [[]] }
    return indices.flatMap { first in
      orders(of: indices.filter { $0 != first }).map { [first] + $0 }
    }
  }
}
