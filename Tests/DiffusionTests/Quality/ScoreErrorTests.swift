import Foundation
import Testing

@testable import Diffusion

@Suite struct ScoreErrorTests {
  let mixture = Distribution.eightGaussians.mixture()

  /// The exact answer with every noise moved by a constant.
  struct Shifted: Denoiser {
    let exact: ExactDenoiser
    let shift: Point

    func estimate(
      _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
    ) {
      exact.estimate(points, at: level, into: &estimates)
      for i in estimates.indices { estimates[i].noise += shift }
    }
  }

  @Test func theExactAnswerHasNoError() {
    let error = measure(ExactDenoiser(mixture: mixture))
    #expect(error.absolute == 0 && error.relative == 0)
  }

  @Test func aConstantShiftIsFoundInFull() {
    let shifted = Shifted(exact: ExactDenoiser(mixture: mixture), shift: Point(0.3, -0.4))
    let error = measure(shifted)
    #expect(abs(error.absolute - 0.25) < 1e-12)
    // E‖noise*‖² is below E‖noise‖² = 2, so the relative error is above an eighth.
    #expect(error.relative > 0.125 && error.relative < 0.25)
  }

  @Test func atTheNoisyEndTheExactNoiseIsThePoint() {
    let wrong = Shifted(exact: ExactDenoiser(mixture: mixture), shift: Point(1, 0))
    let error = ScoreError(
      of: wrong, against: mixture, at: NoiseLevel(alpha: 0, sigma: 1), count: 4000,
      randomness: Randomness(seed: 1))
    // E‖noise*‖² = 2 there, with a standard error of 2 / sqrt(4000).
    #expect(abs(1 / error.relative - 2) < 4 * 2 / 4000.0.squareRoot())
  }

  @Test func aProfileRunsFromTheFirstLevelToTheLast() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    let profile = ScoreError.profile(
      of: ExactDenoiser(mixture: mixture), against: mixture, along: schedule, levels: 5, count: 10,
      randomness: Randomness(seed: 1))
    #expect(profile.map(\.level) == [0, 12, 24, 36, 49].map { schedule.levels[$0] })
    let short = try Schedule(ScheduleSpecification(timesteps: 2))
    let pair = ScoreError.profile(
      of: ExactDenoiser(mixture: mixture), against: mixture, along: short, count: 10,
      randomness: Randomness(seed: 1))
    #expect(pair.map(\.level) == short.levels)
  }

  private func measure(_ denoiser: any Denoiser) -> ScoreError {
    ScoreError(
      of: denoiser, against: mixture, at: NoiseLevel(alpha: 0.6, sigma: 0.8), count: 500,
      randomness: Randomness(seed: 1))
  }
}
