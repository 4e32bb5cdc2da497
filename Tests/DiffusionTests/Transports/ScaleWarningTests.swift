import Testing

@testable import Diffusion

@Suite("Priors far from the data")
struct ScaleWarningTests {
  private static func gaussian(_ mean: Point, _ deviation: Double) throws -> GaussianMixture {
    try GaussianMixture(components: [
      GaussianMixture.Component(
        mean: mean, covariance: Covariance(standardDeviation: deviation), label: "one")
    ])
  }

  @Test("A size or a distance of fifty is too much, in any unit and whichever is the wider")
  func limits() throws {
    for unit in [1e-4, 1, 3e5] {
      let at = { (x: Double, deviation: Double) in
        try Self.gaussian(unit * Point(x, -2 * x), unit * deviation)
      }
      let prior = try at(0, 1)
      #expect(ScaleWarning(data: try at(1, 49), prior: prior) == nil)
      #expect(ScaleWarning(data: try at(1, 1.0 / 49), prior: prior) == nil)
      #expect(ScaleWarning(data: try at(20, 1), prior: prior) == nil)
      let wide = try #require(ScaleWarning(data: try at(1, 51), prior: prior))
      let narrow = try #require(ScaleWarning(data: try at(1, 1.0 / 51), prior: prior))
      #expect(abs(wide.ratio - 51) < 1e-9 && abs(narrow.ratio - 51) < 1e-9)
      #expect("\(wide)".contains("51 times as wide") && !"\(wide)".contains("apart"))
      let far = try #require(ScaleWarning(data: try at(60, 1), prior: prior))
      #expect(abs(far.distance - 60 * 5.0.squareRoot()) < 1e-9)
      #expect("\(far)".contains("134 of its widths apart") && !"\(far)".contains("as wide"))
    }
  }
}
