import Foundation
import Testing

@testable import Diffusion

/// A diffusion is a hierarchical variational auto-encoder whose encoder is fixed: latents x_1 ... x_T as
/// large as the data, each made of the one before by a noising step, and a decoder for every level.
///
/// Here such an auto-encoder is written out with no word of diffusion, its bound as the mean log
/// density of its decoders less that of its encoder over draws of the encoder, and held against the
/// bound of the diffusion with the same schedule.
@Suite struct HierarchicalBoundTests {
  private static func mixture() throws -> GaussianMixture {
    try GaussianMixture(components: [
      .init(
        weight: 2, mean: [0.8, -0.3], covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2), label: "a"),
      .init(
        weight: 1, mean: [-1.1, 0.6], covariance: Covariance(xx: 0.1, xy: 0, yy: 0.4), label: "b"),
    ])
  }

  /// `ln N(x; mean, variance I)` of a point of the plane.
  private static func logNormal(_ x: Point, _ mean: Point, _ variance: Double) -> Double {
    -(x - mean).squaredLength / (2 * variance) - log(2 * .pi * variance)
  }

  /// One draw of `ln p(x, z_1 ... z_T) - ln q(z_1 ... z_T | x)`, averaged.
  private static func bound(
    of mixture: GaussianMixture, on schedule: Schedule, draws: Int
  ) -> (value: Double, error: Double, ends: [Point]) {
    var stream = Randomness(seed: 8).stream(.reference)
    let data = mixture.draw(draws, from: &stream).points
    var values = [Double](repeating: 0, count: draws)
    var latents = data
    for t in 1...schedule.timesteps {
      let (before, after) = (
        schedule.level(afterSteps: t - 1), schedule.level(afterSteps: t)
      )
      let shrink = after.alpha / before.alpha
      let variance = after.sigma * after.sigma - shrink * shrink * before.sigma * before.sigma
      let noise = stream.normalPoints(draws)
      let next = zip(latents, noise).map { shrink * $0 + variance.squareRoot() * $1 }
      let estimates = ExactDenoiser(mixture: mixture).estimates(of: next, at: after)
      for index in 0..<draws {
        values[index] -= logNormal(next[index], shrink * latents[index], variance)
        // The mean of the step back that is best: a line between the latent and the estimate.
        let kept = shrink * before.sigma * before.sigma / (after.sigma * after.sigma)
        let towards = before.alpha * variance / (after.sigma * after.sigma)
        let mean = kept * next[index] + towards * estimates[index].clean
        values[index] += logNormal(latents[index], mean, variance)
      }
      latents = next
    }
    for index in 0..<draws { values[index] += logNormal(latents[index], .zero, 1) }
    let mean = VariationalBound.Figure(meanOf: values)
    return (mean.value, mean.error, latents)
  }

  @Test("With a fixed encoder its bound is that of the diffusion", arguments: [2, 4, 16])
  func bound(levels: Int) throws {
    let mixture = try Self.mixture()
    let schedule = try Schedule(ScheduleSpecification(kind: .cosine, timesteps: levels))
    let own = Self.bound(of: mixture, on: schedule, draws: 20_000)
    let diffusion = try VariationalBound(
      of: .init(of: DataPosterior(of: mixture), variance: .large, along: schedule), count: 100,
      randomness: Randomness(seed: 1))
    #expect(
      abs(own.value + diffusion.total.value) < 4 * own.error, "\(own.value) and \(diffusion.total)")
    #expect(own.error < 0.05 * max(1, abs(own.value)))
  }

  @Test("Its last latents are the diffused data")
  func marginals() throws {
    let mixture = try Self.mixture()
    let schedule = try Schedule(ScheduleSpecification(kind: .linear, timesteps: 50))
    let own = Self.bound(of: mixture, on: schedule, draws: 4000).ends
    let level = schedule.level(afterSteps: 50)
    var stream = Randomness(seed: 9).stream(.reference)
    let noise = (0..<2).map { _ in stream.normalPoints(4000) }
    let clouds = noise.map { noise in
      ForwardProcess.kernel(
        clean: mixture.draw(4000, from: &stream).points, noise: noise, level: level)
    }
    let meter = SlicedWasserstein(reference: clouds[0])
    let floor = meter.distances(to: clouds[1]).second
    #expect(meter.distances(to: own).second < 2 * floor)
  }
}
