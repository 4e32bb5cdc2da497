import Foundation
import Testing

@testable import Diffusion

@Suite struct SlicedWassersteinTests {
  private struct Pairs: Decodable {
    struct Result: Decodable {
      let n: Int
      let m: Int
      let first: Double?
      let second: Double?

      enum CodingKeys: String, CodingKey {
        case n, m
        case first = "sliced_w1"
        case second = "sliced_w2"
      }
    }
    let results: [String: Result]
  }

  @Test(
    "Sliced distances are the reference's, for equal and unequal sizes",
    .vectors("06_metrics/pairs.json", "06_metrics/sets/ringA.csv", "06_metrics/sets/irrB.csv"))
  func reference() throws {
    let pairs = try Vectors.json("06_metrics/pairs.json", as: Pairs.self)
    var sizes: Set<Bool> = []
    for (name, result) in pairs.results {
      let files = name.split(separator: "|").map { "06_metrics/sets/\($0).csv" }
      guard files.allSatisfy({ Vectors.location(of: $0) != nil }) else { continue }
      let sets = try files.map { try Vectors.table($0).points() }
      #expect(sets.map(\.count) == [result.n, result.m])
      let distances = SlicedWasserstein(reference: sets[0]).distances(to: sets[1])
      if let first = result.first { #expect(deviation(distances.first, first) < 1e-9) }
      if let second = result.second { #expect(deviation(distances.second, second) < 1e-9) }
      sizes.insert(result.n == result.m)
    }
    #expect(sizes == [true, false])
  }

  @Test func aCloudIsAtNoDistanceFromItself() {
    let cloud = Self.cloud(seed: 1, count: 300)
    let distances = SlicedWasserstein(reference: cloud).distances(to: cloud.reversed())
    #expect(distances.first == 0)
    #expect(distances.second == 0)
  }

  @Test func distanceIsTheSameBothWays() {
    let (one, other) = (Self.cloud(seed: 1, count: 300), Self.cloud(seed: 2, count: 210))
    let there = SlicedWasserstein(reference: one).distances(to: other)
    let back = SlicedWasserstein(reference: other).distances(to: one)
    #expect(deviation(there.first, back.first) < 1e-12)
    #expect(deviation(there.second, back.second) < 1e-12)
    #expect(there.first > 0.01 && there.second >= there.first)
  }

  @Test func movingACloudCostsTheMoveSeenFromEveryDirection() {
    let cloud = Self.cloud(seed: 3, count: 200)
    let move = Point(0.7, -1.9)
    let distances = SlicedWasserstein(reference: cloud).distances(to: cloud.map { $0 + move })
    let seen = SlicedWasserstein.directions.map { abs(($0 * move).sum()) }
    #expect(deviation(distances.first, seen.reduce(0, +) / 64) < 1e-12)
    // Over evenly spaced directions cos² averages to exactly one half.
    #expect(deviation(distances.second, move.length / 2.0.squareRoot()) < 1e-12)
  }

  @Test func takingEveryPointTwiceChangesNothing() {
    let (one, other) = (Self.cloud(seed: 4, count: 90), Self.cloud(seed: 5, count: 70))
    let once = SlicedWasserstein(reference: one).distances(to: other)
    let twice = SlicedWasserstein(reference: one).distances(to: other + other)
    #expect(deviation(once.first, twice.first) < 1e-12)
    #expect(deviation(once.second, twice.second) < 1e-12)
  }

  @Test func numbersAreSortedAsTheLibrarySortsThem() {
    var stream = Randomness(seed: 9).stream(.data)
    var sorter = DigitSort()
    // Also numbers so close that only the last bits tell them apart, after which all are sorted.
    for (count, range) in [(0, 20.0), (1, 20), (2, 20), (499, 20), (1000, 20), (700, 0)] {
      var numbers = (0..<count).map { _ in
        range == 0
          ? 1 + stream.uniform() * 1e-13
          : (stream.uniform() - 0.5) * pow(10, range * (stream.uniform() - 0.5))
      }
      if count > 100 { numbers[3...7] = [.infinity, -.infinity, 0, 1, 1] }
      let sorted = numbers.sorted()
      sorter.sort(&numbers)
      #expect(numbers == sorted)
    }
  }

  private static func cloud(seed: UInt64, count: Int) -> [Point] {
    var stream = Randomness(seed: seed).stream(.data)
    return stream.normalPoints(count).map { Point(0.4 * $0.x + 0.3 * $0.y, 1.5 * $0.y) }
  }
}
