import Foundation
import Testing

@testable import Diffusion

@Suite struct ModeCensusTests {
  private struct Reference: Decodable {
    let nearest: [Int]?
    let supported: [Int]?
    let share: Double?

    enum CodingKeys: String, CodingKey {
      case nearest = "nearest_counts"
      case supported = "high_quality_counts"
      case share = "high_quality_fraction"
    }
  }

  @Test(
    "Counts per mode are the reference's",
    .vectors("06_metrics/modes.json", "06_metrics/sets/ringA.csv", "inputs/mixture_ring8.json"))
  func reference() throws {
    let ring = try Vectors.mixture("ring8")
    let modes = try Vectors.json("06_metrics/modes.json", as: [String: Reference].self)
    for (name, expected) in modes {
      let file = "06_metrics/sets/\(name).csv"
      guard let counts = expected.nearest, Vectors.location(of: file) != nil else {
        continue
      }
      let census = ModeCensus(of: try Vectors.table(file).points(), in: ring)
      #expect(census.modes.map(\.count) == counts)
      #expect(census.modes.map(\.supportedCount) == expected.supported)
      #expect(deviation(census.shareWithinThree, expected.share ?? -1) < 1e-12)
    }
  }

  @Test func droppedModesAreNotFound() {
    let mixture = Distribution.eightGaussians.mixture()
    var stream = Randomness(seed: 2).stream(.data)
    let draw = mixture.draw(4000, from: &stream)
    let kept = zip(draw.points, draw.labels).filter { $0.1 != 2 && $0.1 != 5 }.map(\.0)
    let census = ModeCensus(of: kept, in: mixture)
    #expect(census.modesFound == 6)
    #expect(census.modes.filter { !$0.isFound }.map(\.label) == ["north", "south-west"])
    #expect(abs(census.modes.reduce(0) { $0 + $1.share } - 1) < 1e-12)
  }

  /// Three modes, of which the second lies under the first for the most part.
  private static func overlapping(_ weights: [Double]) throws -> GaussianMixture {
    let places = [Point(0, 0), Point(0.3, 0), Point(4, 1)]
    let spreads = [1.0, 0.9, 0.3]
    return try GaussianMixture(
      components: places.indices.map { index in
        GaussianMixture.Component(
          weight: weights[index], mean: places[index],
          covariance: Covariance(xx: spreads[index], xy: 0.1 * spreads[index], yy: spreads[index]),
          label: ["one", "two", "three"][index])
      })
  }

  @Test(
    "Real data of any size loses no mode, however they overlap and however rare they are",
    arguments: [1, 7, 30, 400, 2000], [[1, 1, 1], [1, 0.1, 1], [1, 0.01, 0.003]])
  func realDataLosesNothing(count: Int, weights: [Double]) throws {
    let mixture = try Self.overlapping(weights)
    let expectation = ModeExpectation(of: mixture)
    for seed in 0..<200 {
      var stream = Randomness(seed: UInt64(seed)).stream(.data)
      let census = ModeCensus(
        of: mixture.draw(count, from: &stream).points, in: mixture, expecting: expectation)
      #expect(census.modesLost == 0)
    }
  }

  @Test("A mode that is left out is lost among as many points as tell, and untold among fewer")
  func whatIsLeftOut() throws {
    let mixture = try Self.overlapping([1, 1, 1])
    for (count, verdict) in [(2000, ModeCensus.Verdict.lost), (100, .lost), (10, .untold)] {
      var stream = Randomness(seed: 3).stream(.data)
      let draw = mixture.draw(count, from: &stream)
      let kept = zip(draw.points, draw.labels).filter { $0.1 != 2 }.map(\.0)
      let census = ModeCensus(of: kept, in: mixture)
      #expect(census.modes[2].verdict == verdict)
      if count == 2000 { #expect(census.modes[0].isFound && census.modes[1].isFound) }
    }
  }

  @Test("The fewest are the binomial distribution's, and never more than half of the mean")
  func fewest() throws {
    let expectation = ModeExpectation(of: Distribution.eightGaussians.mixture())
    let share = expectation.supportedShares[0]
    #expect(abs(share - 0.125 * ModeCensus.gaussianShareWithinThree) < 1e-12)
    for count in [20, 100, 300, 790] {
      let fewest = expectation.fewest(of: 0, among: count)
      // The probability of fewer, summed in logarithms.
      let n = Double(count)
      var below = 0.0
      for k in 0..<fewest {
        let some = Double(k)
        let choices = lgamma(n + 1) - lgamma(some + 1) - lgamma(n - some + 1)
        below += exp(choices + some * log(share) + (n - some) * log(1 - share))
      }
      #expect(below <= 1e-5 && Double(fewest) <= share * n / 2 + 1)
    }
    #expect(expectation.fewest(of: 0, among: 20) == 0)
    #expect(expectation.fewest(of: 0, among: 4000) == 248)
  }

  @Test func pointsBetweenTheModesFindNone() {
    let mixture = Distribution.eightGaussians.mixture()
    let ring = (0..<800).map { i in
      0.6 * Point(cos(Double(i) * .pi / 400), sin(Double(i) * .pi / 400))
    }
    let census = ModeCensus(of: ring, in: mixture)
    #expect(census.modesFound == 0)
    #expect(census.shareWithinThree == 0)
    #expect(census.modes.allSatisfy { abs($0.share - 0.125) < 0.01 })
  }

  @Test(
    "Of real data every mode is found, in its share",
    arguments: Distribution.allCases.filter { $0.mixture().components.count < 100 })
  func realData(of distribution: Distribution) {
    let mixture = distribution.mixture()
    let count = 2000
    var stream = Randomness(seed: 4).stream(.data)
    let census = ModeCensus(of: mixture.draw(count, from: &stream).points, in: mixture)
    #expect(census.modesFound == mixture.labels.count)
    for mode in census.modes {
      let error = 4 * (mode.expectedShare * (1 - mode.expectedShare) / Double(count)).squareRoot()
      // Where shapes of different labels touch, a point may be nearest to its neighbour's.
      #expect(abs(mode.share - mode.expectedShare) < error + 0.01)
    }
    let ideal = mixture.shareWithinThree ?? 1
    let error = 4 * (0.9889 * 0.0111 / Double(count)).squareRoot()
    #expect(census.shareWithinThree > ModeCensus.gaussianShareWithinThree - error)
    #expect(census.shareWithinThree < ideal + error)
  }

  @Test func distanceIsMeasuredInTheComponentsOwnDeviations() throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: .zero, covariance: Covariance(xx: 1, xy: 0.99, yy: 1), label: "slanted")
    ])
    let along = ModeCensus(of: [Point(2, 2)], in: mixture)
    let across = ModeCensus(of: [Point(0.5, -0.5)], in: mixture)
    #expect(along.shareWithinThree == 1)
    #expect(across.shareWithinThree == 0)
  }

  @Test func theIdealShareIsKnownOnlyOfSeparateModes() {
    let ideal = 0.98889
    #expect(abs((Distribution.eightGaussians.mixture().shareWithinThree ?? 0) - ideal) < 1e-5)
    #expect(abs((Distribution.grid25.mixture().shareWithinThree ?? 0) - ideal) < 1e-5)
    #expect(Distribution.twoMoons.mixture().shareWithinThree == nil)
  }

  @Test func aPointThatIsNotANumberIsOffTheSupport() {
    let census = ModeCensus(of: [Point(.nan, 0)], in: Distribution.eightGaussians.mixture())
    #expect(census.shareWithinThree == 0)
  }
}
