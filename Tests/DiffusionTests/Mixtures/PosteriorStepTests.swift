import Foundation
import Testing

@testable import Diffusion

@Suite("Where a point may have been a step before")
struct PosteriorStepTests {
  private func mixture() throws -> GaussianMixture {
    try GaussianMixture(components: [
      .init(
        weight: 2, mean: [-1, 0.5], covariance: Covariance(xx: 0.2, xy: 0.05, yy: 0.1), label: "a"),
      .init(
        weight: 1, mean: [1.5, -0.2], covariance: Covariance(standardDeviation: 0.3), label: "b"),
    ])
  }

  @Test(
    "By Bayes: p(x_s | x_t) p(x_t) = p(x_s) q(x_t | x_s), whatever x_s",
    arguments: [0.05, 0.3, 0.9])
  func bayes(earlier: Double) throws {
    let mixture = try mixture()
    let level = NoiseLevel(alpha: 0.35, sigma: 0.94)
    let before = NoiseLevel(alpha: (1 - earlier * earlier).squareRoot() * 0.99, sigma: earlier)
    let point: Point = [0.4, -0.7]
    let posterior = try #require(mixture.posterior(of: point, at: level, earlier: before))
    let (density, prior) = (posterior.diffused(to: .clean), mixture.diffused(to: before))
    let step = Transition(from: before, to: level)
    let marginal = mixture.diffused(to: level).logDensity(at: point)
    for place: Point in [[0, 0], [-0.8, 0.3], [1.1, 0.2], [-2, 1]] {
      let off = (point - step.scale * place).squaredLength
      let kernel = -off / (2 * step.variance) - log(2 * .pi * step.variance)
      let wanted = prior.logDensity(at: place) + kernel - marginal
      #expect(abs(density.logDensity(at: place) - wanted) < 1e-5)
    }
  }

  @Test("At the clean level it is where the point came from")
  func clean() throws {
    let mixture = try mixture()
    let level = NoiseLevel(alpha: 0.6, sigma: 0.8)
    #expect(
      mixture.posterior(of: [0.1, 0.2], at: level, earlier: .clean)
        == mixture.posterior(of: [0.1, 0.2], at: level))
    #expect(mixture.posterior(of: [0.1, 0.2], at: .clean, earlier: .clean) == nil)
  }
}
