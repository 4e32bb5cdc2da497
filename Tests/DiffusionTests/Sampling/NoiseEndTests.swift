import Foundation
import Testing

@testable import Diffusion

@Suite("How near the start is to the level that sampling starts from")
struct NoiseEndTests {
  private func experiment(
    _ schedule: ScheduleSpecification, _ modes: [(Point, String)], guidance: GuidanceSpecification?
  ) -> Experiment {
    Experiment(
      distribution: .components(
        modes.map {
          GaussianMixture.Component(
            mean: $0.0, covariance: Covariance(standardDeviation: 0.05), label: $0.1)
        }), schedule: schedule, guidance: guidance)
  }

  @Test(
    "Mean and spread count together, on every kind of schedule", arguments: ScheduleKind.allCases)
  func formula(kind: ScheduleKind) throws {
    let schedule = ScheduleSpecification(kind: kind, points: [Point(0, 1e-4), Point(1, 0.02)])
    let laboratory = try Laboratory(
      experiment(schedule, [(Point(100, 0), "a"), (Point(101, 3), "b")], guidance: nil))
    let level = laboratory.schedule.levels[laboratory.schedule.timesteps - 1]
    // (E|x|²) / 2 about 0, written out.
    let squares: [Double] = [10_000, 10_201 + 9]
    let square = squares.reduce(0, +) / 4 + 0.0025
    let ratio = level.alphaBar * square / (level.sigma * level.sigma)
    let end = laboratory.noiseEnd
    #expect(abs(end.ratio - ratio) <= 1e-9 * ratio)
    #expect((end.verdict == .noise) == (ratio <= 0.001))
  }

  @Test("It bounds the divergence of the level's moments from the noise")
  func bound() {
    for (mean, spread, alpha) in [(3.0, 0.1, 0.05), (0, 2, 0.3), (1, 1, 0.9), (40, 5, 0.006)] {
      let level = NoiseLevel(alpha: alpha, sigma: (1 - alpha * alpha).squareRoot())
      let component = GaussianMixture.Component(
        mean: Point(mean, 0), covariance: Covariance(standardDeviation: spread), label: "a")
      guard let mixture = try? GaussianMixture(components: [component]) else { continue }
      let variance = level.sigma * level.sigma
      let left = alpha * alpha * spread * spread / variance
      let shift = alpha * alpha * mean * mean / (2 * variance)
      let divergence = shift + left - log(1 + left)
      #expect(NoiseEnd(level: level, of: mixture).ratio >= divergence)
    }
  }

  @Test("Of labels that are asked for the worst counts, though all together are at the origin")
  func labels() throws {
    let modes = [(Point(-4, 0), "left"), (Point(4, 0), "right"), (Point(0, 30), "far")]
    let free = try Laboratory(experiment(ScheduleSpecification(), modes, guidance: nil)).noiseEnd
    let led = try Laboratory(
      experiment(ScheduleSpecification(), modes, guidance: .init(label: "left or far", weight: 1))
    ).noiseEnd
    #expect(free.label == nil && led.label == "far")
    #expect(led.ratio > 2 * free.ratio)
    let near = try Laboratory(
      experiment(ScheduleSpecification(), modes, guidance: .init(label: "left", weight: 1))
    ).noiseEnd
    #expect(near.verdict == .noise && led.verdict == .notYetNoise)
  }

  @Test("A run that starts at another level than the last is judged there")
  func start() throws {
    var laboratory = try Laboratory(Experiment())
    #expect(laboratory.startingNoiseEnd.verdict == .noise)
    laboratory = laboratory.visiting(TimeGrid(schedule: laboratory.schedule, indices: [499, 0]))
    #expect(laboratory.startingNoiseEnd.verdict == .notYetNoise)
    #expect(laboratory.noiseEnd.verdict == .noise)
  }
}
