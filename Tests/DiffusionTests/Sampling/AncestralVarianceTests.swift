import Foundation
import Testing

@testable import Diffusion

@Suite("The variances of an ancestral step") struct AncestralVarianceTests {
  private let level = NoiseLevel(alpha: 0.6, sigma: 0.8)
  private let next = NoiseLevel(alpha: 0.8, sigma: 0.6)

  /// A step of some points with given noise.
  private func step(
    _ points: [Point], _ variance: SamplerOptions.Variance, noise: Point
  ) -> [Point] {
    let mixture = PlaneIntegral.lopsided
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: mixture), sampler: .ddpm,
      options: SamplerOptions(variance: variance),
      grid: TimeGrid(stops: [level, next].map { TimeGrid.Stop(level: $0, steps: 1) }),
      posterior: PlaneIntegral.lopsidedPosterior
    ) { _, count in [Point](repeating: noise, count: count) }
    return process.advance(SamplingState(points), step: 0).points
  }

  // beta = 1 - (0.6 / 0.8)² and what follows of it, in numbers.
  private let beta = 0.4375
  private var tilde: Double { beta * 0.36 / 0.64 }
  private var share: Double { 0.8 * beta / 0.64 }

  @Test("The same at all points: beta-tilde, beta, and with what is not known of the clean point")
  func isotropic() {
    let points: [Point] = [[0.3, -0.2], [1.1, 0.4]]
    let known = PlaneIntegral(mixture: PlaneIntegral.lopsided, level: level)
      .value { $0.density * $0.covariance.trace / 2 }
    let wanted: [(SamplerOptions.Variance, Double)] = [
      (.small, tilde), (.large, beta), (.optimal, tilde + share * share * known),
    ]
    for (variance, value) in wanted {
      let still = step(points, variance, noise: .zero)
      let moved = step(points, variance, noise: [1, -2])
      for (one, other) in zip(still, moved) {
        #expect(abs((other - one).x - value.squareRoot()) < 1e-6)
        #expect(abs((other - one).y + 2 * value.squareRoot()) < 1e-6)
      }
    }
  }

  @Test("At each point its own: steps there have the covariance of p(x_s | x_t)")
  func full() throws {
    for point: Point in [[0.3, -0.2], [1.1, 0.4]] {
      let earlier = try #require(
        PlaneIntegral.lopsided.posterior(of: point, at: level, earlier: next))
      let still = step([point], .full, noise: .zero)[0]
      #expect((still - earlier.mean).length < 1e-5)
      let first = step([point], .full, noise: [1, 0])[0] - still
      let second = step([point], .full, noise: [0, 1])[0] - still
      #expect(abs(first.x * first.x + second.x * second.x - earlier.covariance.xx) < 1e-5)
      #expect(abs(first.x * first.y + second.x * second.y - earlier.covariance.xy) < 1e-5)
      #expect(abs(first.y * first.y + second.y * second.y - earlier.covariance.yy) < 1e-5)
    }
  }
}
