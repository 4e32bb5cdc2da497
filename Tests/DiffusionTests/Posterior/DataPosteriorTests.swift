import Foundation
import Testing

@testable import Diffusion

@Suite("What is known of where noisy points come from")
struct DataPosteriorTests {
  private static let levels = [
    NoiseLevel(alpha: 0.995, sigma: 0.1), NoiseLevel(alpha: 0.9, sigma: 0.436),
    NoiseLevel(alpha: 0.5, sigma: 0.866), NoiseLevel(alpha: 0.03, sigma: 1),
    NoiseLevel(alpha: 1, sigma: 0.8),
  ]

  @Test("The covariance at a point is that of the mixture it may have come from", arguments: levels)
  func covariance(level: NoiseLevel) throws {
    let mixture = PlaneIntegral.lopsided
    for point: Point in [[0.2, -0.3], [1.2, 0], [-0.9, 0.6]] {
      let own = CleanPosterior(of: mixture, at: level).covariance(at: point)
      let origins = try #require(mixture.posterior(of: point, at: level)).covariance
      #expect(abs(own.xx - origins.xx) < 1e-5)
      #expect(abs(own.xy - origins.xy) < 1e-5)
      #expect(abs(own.yy - origins.yy) < 1e-5)
    }
  }

  @Test(
    "The covariance is the slope of the clean estimate, sigma² / alpha of it", arguments: levels)
  func slope(level: NoiseLevel) {
    let mixture = PlaneIntegral.lopsided
    let (point, step): (Point, Double) = ([0.4, -0.1], 1e-5)
    let own = CleanPosterior(of: mixture, at: level).covariance(at: point)
    let diffused = mixture.diffused(to: level)
    let along = (
      diffused.estimate(at: point + [step, 0]).clean
        - diffused.estimate(at: point - [step, 0]).clean,
      diffused.estimate(at: point + [0, step]).clean
        - diffused.estimate(at: point - [0, step]).clean
    )
    let factor = level.sigma * level.sigma / (2 * step * level.alpha)
    #expect(abs(own.xx - factor * along.0.x) < 1e-6)
    #expect(abs(own.xy - factor * along.0.y) < 1e-6)
    #expect(abs(own.yy - factor * along.1.y) < 1e-6)
  }

  @Test("The mean variance is the integral over all noisy points", arguments: levels)
  func meanVariance(level: NoiseLevel) {
    let mixture = PlaneIntegral.lopsided
    let whole = PlaneIntegral(mixture: mixture, level: level)
      .value { $0.density * $0.covariance.trace / 2 }
    let own = PlaneIntegral.lopsidedPosterior.meanVariance(at: level)
    #expect(abs(own - whole) < 1e-6 * whole, "\(own) \(whole)")
    let alone = PlaneIntegral.lopsidedPosterior.meanVariance(alone: level)
    #expect(abs(alone - whole) < 1e-6 * whole, "\(alone) \(whole)")
  }

  @Test("So is the mean volume, for narrow and wide steps", arguments: [1e-4, 0.3, 50])
  func meanVolume(widening: Double) throws {
    let mixture = PlaneIntegral.lopsided
    for level in Self.levels[1...2] {
      let whole = PlaneIntegral(mixture: mixture, level: level).value { place in
        let covariance = place.covariance
        return place.density / 2
          * log1p(widening * (covariance.trace + widening * covariance.determinant))
      }
      let own = try #require(
        PlaneIntegral.lopsidedPosterior.meanLogVolume(widening: widening, at: level))
      #expect(abs(own - whole) < 1e-6 * whole, "\(own) \(whole)")
    }
  }

  @Test("Of one Gaussian both are closed forms")
  func gaussian() throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: [3, -1], covariance: Covariance(xx: 0.5, xy: 0, yy: 0.02), label: "a")
    ])
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let left = [0.5, 0.02].map { $0 * 0.36 / (0.64 * $0 + 0.36) }
    let posterior = DataPosterior(of: mixture)
    #expect(abs(posterior.meanVariance(at: level) - (left[0] + left[1]) / 2) < 1e-15)
    #expect(posterior.meanVariance(alone: level) == posterior.meanVariance(at: level))
    let volume = try #require(posterior.meanLogVolume(widening: 7, at: level))
    #expect(abs(volume - log((1 + 7 * left[0]) * (1 + 7 * left[1])) / 2) < 1e-14)
  }

  @Test("Where nothing is left of the noise, and nothing of the data")
  func ends() {
    let mixture = PlaneIntegral.lopsided
    let posterior = PlaneIntegral.lopsidedPosterior
    #expect(posterior.meanVariance(at: .clean) == 0 && posterior.meanVariance(alone: .clean) == 0)
    let whole = mixture.covariance.trace / 2
    #expect(abs(posterior.meanVariance(at: NoiseLevel(alpha: 0, sigma: 1)) - whole) < 1e-9)
  }

  @Test("Of very many points it is drawn, and near")
  func many() {
    var stream = RandomStream(seed: 3)
    let draw = PlaneIntegral.lopsided.draw(4000, from: &stream)
    let points = GaussianMixture(pointMasses: draw, of: PlaneIntegral.lopsided)
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let drawn = DataPosterior(of: points)
    #expect(!drawn.isIntegrated(at: level))
    // So many points are as good as what they were drawn from.
    let whole = PlaneIntegral.lopsidedPosterior.meanVariance(at: level)
    #expect(abs(drawn.meanVariance(at: level) / whole - 1) < 0.06)
  }

  @Test("The entropy is the integral of what the density says of itself")
  func entropy() throws {
    var stream = RandomStream(seed: 1)
    let mixture = PlaneIntegral.lopsided
    let own = mixture.entropy(drawing: 10, from: &stream)
    let whole = PlaneIntegral(mixture: mixture, level: .clean)
      .value { -$0.density * log($0.density) }
    #expect(abs(own.value - whole) < 1e-6 && own.error == 0, "\(own) \(whole)")
    let one = mixture.alone(0).entropy(drawing: 10, from: &stream)
    #expect(abs(one.value - (1 + log(2 * Double.pi) + log(0.2 * 0.1 - 0.0025) / 2)) < 1e-14)
  }

  @Test("Gauss's rule is exact for polynomials")
  func rule() {
    let rule = GaussLegendre(order: 10)
    for degree in 0..<20 {
      let sum = rule.nodes.reduce(0) { $0 + $1.weight * pow($1.place, Double(degree)) }
      #expect(abs(sum - 1 / Double(degree + 1)) < 1e-14)
    }
  }
}
