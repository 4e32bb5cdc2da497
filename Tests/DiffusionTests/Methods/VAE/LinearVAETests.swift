import Foundation
import Testing

@testable import Diffusion

/// Linear maps on one Gaussian: what is best is a closed form.
@Suite struct LinearVAETests {
  static let gaussian = Covariance(xx: 2, xy: 0.9, yy: 0.8)
  static let mean = Point(0.7, -1.3)

  static func mixture(_ covariance: Covariance = gaussian) throws -> GaussianMixture {
    try GaussianMixture(components: [
      GaussianMixture.Component(mean: mean, covariance: covariance, label: "one")
    ])
  }

  static let settings: [VAESettings] = [
    VAESettings(latents: 1), VAESettings(latents: 1, beta: 1.6),
    VAESettings(latents: 1, beta: 0.3), VAESettings(latents: 1, spread: .fixed(0.4)),
    VAESettings(latents: 2, spread: .fixed(0.4)), VAESettings(latents: 2, spread: .fixed(0.9)),
    VAESettings(latents: 2, beta: 3, spread: .fixed(0.5)),
    VAESettings(latents: 2, spread: .fixed(2)), VAESettings(latents: 2, beta: 1.2),
  ]

  /// What is brought down, of any maps: the decoder `w z` along two axes, the encoder `N(u x, v)`.
  private static func objective(
    _ variances: [Double], w: [Double], u: [Double], v: [Double], spread: Double, beta: Double
  ) -> Double {
    (0..<2).reduce(log(2 * .pi * spread * spread)) { sum, axis in
      let miss = 1 - w[axis] * u[axis]
      let error = variances[axis] * miss * miss + w[axis] * w[axis] * v[axis]
      let divergence = u[axis] * u[axis] * variances[axis] + v[axis] - 1 - log(v[axis])
      return sum + error / (2 * spread * spread) + beta * divergence / 2
    }
  }

  @Test(
    "No maps near the closed form do better, and its bound is the one they have",
    arguments: settings)
  func isLeast(settings: VAESettings) throws {
    let best = try #require(LinearVAE(of: Self.gaussian, settings))
    let variance = best.spread * best.spread
    let isTold = (0..<2).map { $0 < best.told }
    let w = (0..<2).map {
      isTold[$0] ? (best.variances[$0] - settings.beta * variance).squareRoot() : 0
    }
    let u = (0..<2).map { isTold[$0] ? w[$0] / best.variances[$0] : 0 }
    let v = (0..<2).map { isTold[$0] ? settings.beta * variance / best.variances[$0] : 1 }
    func value(_ change: (inout [[Double]], inout Double) -> Void) -> Double {
      var (maps, spread) = ([w, u, v], best.spread)
      change(&maps, &spread)
      return Self.objective(
        best.variances, w: maps[0], u: maps[1], v: maps[2], spread: spread, beta: settings.beta)
    }
    let least = value { _, _ in }
    #expect(abs(least - (settings.beta * best.kl - best.reconstruction)) < 1e-12)
    for axis in 0..<settings.latents {
      for step in [-0.02, 0.02] {
        for (first, second) in [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (0, 2)] {
          let moved = value { maps, _ in
            maps[first][axis] += step
            if second != first { maps[second][axis] += step }
          }
          #expect(moved > least - 1e-12, "\(first) and \(second) of axis \(axis) by \(step)")
        }
      }
    }
    if settings.spread == .learned {
      #expect(value { $1 *= 1.02 } > least && value { $1 /= 1.02 } > least)
    }
  }

  @Test("With beta 1 it is probabilistic PCA: the bound is the likelihood of the data")
  func isProbabilisticPCA() throws {
    let best = try #require(LinearVAE(of: Self.gaussian, VAESettings(latents: 1)))
    let entropy = 1 + log(2 * .pi) + log(Self.gaussian.determinant) / 2
    #expect(abs(best.elbo + entropy) < 1e-12)
    #expect(abs(best.spread * best.spread - best.variances[1]) < 1e-12)
    #expect(best.told == 1)
  }

  @Test("An axis narrower than the spread is not told, and with beta none may be")
  func collapse() throws {
    let one = try #require(
      LinearVAE(of: Self.gaussian, VAESettings(latents: 2, spread: .fixed(0.9))))
    #expect(one.told == 1 && one.variances[1] < 0.81)
    let none = try #require(
      LinearVAE(of: Self.gaussian, VAESettings(latents: 2, beta: 4, spread: .fixed(0.9))))
    #expect(none.told == 0 && none.kl == 0)
  }

  @Test("A spread that would be best at 0, or anywhere, has no closed form")
  func withoutEnd() {
    #expect(LinearVAE(of: Self.gaussian, VAESettings(latents: 2)) == nil)
    #expect(LinearVAE(of: Self.gaussian, VAESettings(latents: 2, beta: 0.5)) == nil)
  }

  @Test("The closed form's maps, put into a model, have its bound", arguments: settings)
  func boundOfModel(settings: VAESettings) throws {
    let best = try #require(LinearVAE(of: Self.gaussian, settings))
    let model = best.model(latents: settings.latents, mean: Self.mean)
    var stream = Randomness(seed: 3).stream(.reference)
    let points = try Self.mixture().draw(6000, from: &stream).points
    let bound = try EvidenceBound(of: model, on: points, draws: 4, from: &stream)
    #expect(abs(bound.elbo.value - best.elbo) < 4 * bound.elbo.error)
    #expect(abs(bound.kl.value - best.kl) <= 4 * bound.kl.error + 1e-6)
    #expect(abs(bound.reconstruction.value - best.reconstruction) < 4 * bound.reconstruction.error)
    #expect(bound.collapsed == Array(best.told..<settings.latents))
  }

  @Test("Where the encoder is the exact posterior a single draw tells the density of every point")
  func exactPosterior() throws {
    let best = try #require(LinearVAE(of: Self.gaussian, VAESettings(latents: 1)))
    let model = best.model(latents: 1, mean: Self.mean)
    let mixture = try Self.mixture()
    var stream = Randomness(seed: 4).stream(.reference)
    let points = mixture.draw(50, from: &stream).points + [Point(4, 4), Point(-3, 2)]
    let exact = mixture.diffused(to: .clean).logDensities(at: points)
    for draws in [1, 7] {
      let own = EvidenceBound.logDensities(of: model, at: points, draws: draws, from: &stream)
      for (one, other) in zip(own, exact) { #expect(abs(one - other) < 2e-5 * max(1, abs(other))) }
    }
  }

  @Test(
    "Training comes near the closed form",
    arguments: [
      VAESettings(latents: 1), VAESettings(latents: 2, beta: 2, spread: .fixed(0.8)),
    ])
  func training(settings: VAESettings) throws {
    let mixture = try Self.mixture()
    let best = try #require(LinearVAE(of: Self.gaussian, settings))
    var trainer = VAETrainer(
      settings, mixture: mixture, dataName: "one", network: NetworkSpecification(hidden: []),
      settings: TrainingSpecification(batch: 128, rate: 0.02), seed: 5)
    for _ in 0..<1000 { _ = trainer.step() }
    let model = trainer.weights.networks
    var stream = Randomness(seed: 6).stream(.reference)
    let points = mixture.draw(4000, from: &stream).points
    let ideal = best.model(latents: settings.latents, mean: Self.mean)
    // The same points and draws for both, so that chance has no say.
    var again = stream
    let own = try EvidenceBound(of: model, on: points, draws: 8, from: &stream)
    let exact = try EvidenceBound(of: ideal, on: points, draws: 8, from: &again)
    let gap =
      (exact.reconstruction.value - settings.beta * exact.kl.value)
      - (own.reconstruction.value - settings.beta * own.kl.value)
    #expect(abs(gap) < 0.01, "\(gap)")
    // Which of the numbers tells the axis is up to the start.
    #expect(own.collapsed.count == exact.collapsed.count)
  }
}
