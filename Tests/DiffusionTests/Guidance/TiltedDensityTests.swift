import Foundation
import Testing

@testable import Diffusion

@Suite("The tilted density")
struct TiltedDensityTests {
  private let mixture = Distribution.eightGaussians.mixture()

  @Test("It is p(x) p(label | x)^weight, and its gradient is the guided score")
  func formula() throws {
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let whole = mixture.diffused(to: level)
    let posterior = try LabelPosterior(of: "north or east", in: mixture, at: level)
    for weight in [0, 1, 3.5] {
      let specification = GuidanceSpecification(label: "north or east", weight: weight)
      let tilted = TiltedDensity(of: try Guidance(specification, in: mixture), at: level)
      let points = [Point(0.3, -0.7), Point(1.2, 0.4), Point(-2, 1)]
      let logarithms = tilted.logDensities(at: points)
      let expected = points.map {
        whole.logDensity(at: $0) + weight * posterior.logProbability(at: $0)
      }
      for k in 1..<3 {
        let difference = logarithms[k] - logarithms[0]
        #expect(abs(difference - (expected[k] - expected[0])) < 1e-9)
      }
      let guided = try specification.denoiser(for: mixture).estimates(of: points, at: level)
      for (point, estimate) in zip(points, guided) {
        let step = 1e-5
        let gradient = Point(
          tilted.logDensity(at: point + Point(step, 0))
            - tilted.logDensity(at: point - Point(step, 0)),
          tilted.logDensity(at: point + Point(0, step))
            - tilted.logDensity(at: point - Point(0, step)))
        #expect(deviation(estimate.score(at: level), gradient / (2 * step)) < 1e-6)
      }
    }
  }

  @Test("Tilting one Gaussian away from another moves it in closed form, off the data")
  func closedForm() throws {
    let pair = try GaussianMixture(components: [
      .init(mean: Point(-1, 0), covariance: Covariance(standardDeviation: 0.5), label: "a"),
      .init(mean: Point(1, 0.5), covariance: Covariance(standardDeviation: 0.5), label: "b"),
    ])
    let specification = GuidanceSpecification(label: "b", negative: "a", weight: 4)
    let grid = TiltedDensity(of: try Guidance(specification, in: pair)).normalized(cells: 128)
    var stream = Randomness(seed: 3).stream(.data)
    let cloud = CloudMoments(of: grid.draw(4000, from: &stream), ddof: 0)
    // a + 4 (b − a), with the deviation of both; 4000 draws know the mean to 0.008.
    #expect((cloud.mean - Point(7, 2)).length < 0.05)
    #expect(abs(cloud.covariance.xx - 0.25) < 0.03 && abs(cloud.covariance.yy - 0.25) < 0.03)
    #expect(abs(cloud.covariance.xy) < 0.03)
    let peak = 1 / (2 * Double.pi * 0.25)
    #expect(abs(grid.density(at: Point(7, 2)) - peak) < 0.1 * peak)
    #expect(grid.density(at: Point(1e6, 0)) == 0)
    #expect(abs(grid.shares.reduce(0, +) - 1) < 1e-9)
  }
}
