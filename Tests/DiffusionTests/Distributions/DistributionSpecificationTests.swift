import Foundation
import Testing

@testable import Diffusion

@Suite struct DistributionSpecificationTests {
  @Test func aSpecificationSurvivesItsCode() throws {
    let specifications: [DistributionSpecification] = [
      .named(.twoMoons),
      .components([
        .init(mean: Point(1, 2), covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2), label: "a")
      ]),
      .points([Point(1, 2), Point(3, 4)], labels: ["a", "b"], source: "two.csv"),
    ]
    for specification in specifications {
      let data = try JSONEncoder().encode(specification)
      let back = try JSONDecoder().decode(DistributionSpecification.self, from: data)
      #expect(back == specification)
    }
  }

  @Test func everyPointBecomesOneNarrowGaussian() throws {
    let points = (0..<100).map { Point(Double($0 % 10), Double($0 / 10)) }
    let mixture = try mixture(of: points)
    #expect(mixture.components.map(\.mean) == points)
    #expect(mixture.labels == ["data"])
    // Neighbours are 1 apart and the spread is sqrt(8.25), of which a tenth is the limit.
    #expect(mixture.components.allSatisfy { abs($0.covariance.xx - 0.01 * 8.25) < 1e-12 })
  }

  @Test func thePointsOfACurveReachHalfwayToTheirNeighbours() {
    let grid = (0..<500).map { Point(Double($0 % 50), Double($0 / 50)) }
    #expect(abs(PointCloud(points: grid, labels: nil, source: "").bandwidth - 0.5) < 1e-12)
    // Half of 0.1 is below 2 % of the spread of 50 / sqrt(12) / sqrt(2), which is then taken.
    let line = (0..<500).map { Point(Double($0) * 0.1, 0) }
    let spread = (0.01 * (500 * 500 - 1) / 12 / 2).squareRoot()
    let bandwidth = PointCloud(points: line, labels: nil, source: "").bandwidth
    #expect(abs(bandwidth - 0.02 * spread) < 1e-12)
  }

  @Test func identicalPointsAreADistributionToo() throws {
    let mixture = try mixture(of: [Point](repeating: Point(3, -2), count: 50))
    #expect(mixture.components[0].covariance.isPositiveDefinite)
    #expect(mixture.diffused(to: .clean).logDensity(at: Point(3, -2)).isFinite)
  }

  @Test func theNeighbourSearchAgreesWithTheDefinition() {
    var stream = Randomness(seed: 3).stream(.data)
    let points = stream.normalPoints(200).map { $0 * Point(0.2, 3) }
    let byDefinition = points.indices.map { i in
      points.indices.filter { $0 != i }.map { (points[$0] - points[i]).length }.min() ?? 0
    }
    let cloud = PointCloud(points: points + points, labels: nil, source: "")
    #expect(abs(cloud.bandwidth - 0.5 * byDefinition.reduce(0, +) / 200) < 1e-12)
  }

  @Test func labelsOfPointsBecomeClasses() throws {
    let specification = DistributionSpecification.points(
      [Point(0, 0), Point(1, 0), Point(0, 1)], labels: ["b", "a", "b"], source: "abc.csv")
    let mixture = try specification.mixture()
    #expect(mixture.labels == ["b", "a"])
    #expect(mixture.labelIndices == [0, 1, 0])
    #expect(specification.title == "3 points of abc.csv")
  }

  @Test(
    "What is wrong with points is said with its place",
    arguments: [
      ([], nil, "p.csv has no points; at least one is needed"),
      (
        [Point](repeating: .zero, count: 100_001), nil,
        "p.csv has 100001 points; at most 100000 can be"
      ),
      ([.zero, Point(1, .nan)], nil, "point 2 of p.csv must be two numbers from -1e12 to 1e12"),
      ([Point(1e13, 0)], nil, "point 1 of p.csv must be two numbers from -1e12 to 1e12"),
      (
        [.zero, .zero], ["a"],
        "p.csv has 1 labels for 2 points; every point needs one, or none has"
      ),
    ] as [([Point], [String]?, String)])
  func badPoints(points: [Point], labels: [String]?, message: String) {
    let specification = DistributionSpecification.points(points, labels: labels, source: "p.csv")
    let error = #expect(throws: DistributionError.self) { try specification.mixture() }
    #expect(error?.description == message)
  }

  private func mixture(of points: [Point]) throws -> GaussianMixture {
    try DistributionSpecification.points(points, labels: nil, source: "a test").mixture()
  }
}
