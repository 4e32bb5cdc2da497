import Foundation
import Testing

@testable import Diffusion

@Suite("Langevin sampling from level to level") struct LangevinTests {
  /// Round data around the origin, of which the expected noise is a multiple of the point.
  private let deviation = 0.5
  private var mixture: GaussianMixture {
    get throws {
      try GaussianMixture(components: [
        GaussianMixture.Component(
          mean: .zero, covariance: Covariance(standardDeviation: deviation), label: "a")
      ])
    }
  }

  @Test(
    "Without a predictor points only make their steps, as long as the noise of the level is",
    arguments: [ScheduleKind.cosine, .linear, .varianceExploding])
  func corrections(of kind: ScheduleKind) throws {
    let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: 100))
    let grid = GridKind.trailing.grid(on: schedule, steps: 20)
    var options = SamplerOptions()
    options.predictor = .none
    options.corrections = 3
    options.correctionRatio = 0.3
    let noise = Point(0.4, -0.7)
    let process = ReverseProcess(
      denoiser: ExactDenoiser(mixture: try mixture), sampler: .langevin, options: options,
      grid: grid, posterior: DataPosterior(of: try mixture)
    ) { _, count in [Point](repeating: noise, count: count) }
    let start = Point(grid.stops[0].level.sigma, -0.5)
    var expected = start
    for stop in grid.stops.dropFirst() where !stop.level.isClean {
      let (alpha, sigma) = (stop.level.alpha, stop.level.sigma)
      // A step of length e = (r sigma)² up the score −x / variance, and root 2 e of noise.
      let length = 0.09 * sigma * sigma
      let variance = alpha * alpha * deviation * deviation + sigma * sigma
      for _ in 0..<3 {
        expected =
          (1 - length / variance) * expected + (2 * length).squareRoot() * noise
      }
    }
    let last = grid.stops[grid.stops.count - 2].level
    let variance = last.alphaBar * deviation * deviation + last.sigma * last.sigma
    expected = last.alpha * deviation * deviation / variance * expected
    let found = process.run(from: [start])[0]
    #expect((found - expected).length < 1e-9 * max(1, expected.length))
  }

  @Test("Down a cosine schedule no point is blown away")
  func staysWithin() throws {
    var experiment = Experiment(
      distribution: .named(.eightGaussians), schedule: ScheduleSpecification(kind: .cosine),
      sampler: SamplerSpecification(kind: .langevin, steps: 100))
    experiment.sampler.options.predictor = .none
    let laboratory = try Laboratory(experiment)
    let points = laboratory.reverseProcess(with: laboratory.exactDenoiser)
      .run(from: laboratory.start(count: 60))
    // Of sixty normal points hardly one is beyond 4, and every step pulls inwards: stretched with alpha
    // they would be thousands away.
    #expect(points.allSatisfy { $0.length < 5 })
  }
}
