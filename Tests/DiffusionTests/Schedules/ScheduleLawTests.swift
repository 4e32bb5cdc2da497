import Foundation
import Testing

@testable import Diffusion

@Suite struct ScheduleLawTests {
  static let lengths = [2, 3, 50, 1000, 10_000]

  @Test("Noise only grows, from T = 2 to T = 10,000", arguments: ScheduleKind.allCases, lengths)
  func monotony(of kind: ScheduleKind, timesteps: Int) throws {
    let schedule = try Self.schedule(kind, timesteps: timesteps)
    #expect(schedule.levels.count == timesteps)
    var before = Double.infinity
    var rises = 0
    var unsound = 0
    for (level, beta) in zip(schedule.levels, schedule.betas) {
      if level.logSNR > before { rises += 1 }
      if !(0...1).contains(level.alpha) || !level.sigma.isFinite || !(0...1).contains(beta) {
        unsound += 1
      }
      before = level.logSNR
    }
    #expect(rises == 0)
    #expect(unsound == 0)
  }

  @Test("Every level obeys its geometry", arguments: ScheduleKind.allCases)
  func geometry(of kind: ScheduleKind) throws {
    let schedule = try Self.schedule(kind, timesteps: 200)
    for level in schedule.levels {
      let whole =
        switch schedule.geometry {
        case .variancePreserving: level.alpha * level.alpha + level.sigma * level.sigma
        case .varianceExploding: level.alpha
        case .straightLine: level.alpha + level.sigma
        }
      #expect(abs(whole - 1) < 1e-14)
      guard level.alpha > 0 else { continue }
      let again = schedule.level(relativeSigma: level.relativeSigma)
      #expect(deviation(again.alpha, level.alpha) < 1e-12)
      #expect(deviation(again.sigma, level.sigma) < 1e-12)
    }
  }

  @Test("Steps of the walk add up to the jump", arguments: ScheduleKind.allCases)
  func composition(of kind: ScheduleKind) throws {
    let schedule = try Self.schedule(kind, timesteps: 200)
    var scale = 1.0
    var variance = 0.0
    for (t, level) in schedule.levels.enumerated() {
      let step = schedule.transition(atIndex: t)
      scale *= step.scale
      variance = step.scale * step.scale * variance + step.variance
      #expect(deviation(scale, level.alpha) < 1e-11)
      #expect(deviation(variance, level.sigma * level.sigma) < 1e-11)
    }
  }

  @Test("The posterior of a step is Bayes' rule", arguments: ScheduleKind.allCases)
  func posterior(of kind: ScheduleKind) throws {
    let schedule = try Self.schedule(kind, timesteps: 30)
    for t in 1..<30 {
      let before = schedule.levels[t - 1]
      guard before.sigma > 0 else { continue }
      let step = schedule.transition(atIndex: t)
      // Precisions add: the prior N(alpha x_0, sigma²) times the likelihood of x_t.
      let prior = 1 / (before.sigma * before.sigma)
      let likelihood = step.scale * step.scale / step.variance
      let posterior = step.posterior
      #expect(deviation(posterior.variance * (prior + likelihood), 1) < 1e-10)
      #expect(deviation(posterior.clean, posterior.variance * before.alpha * prior) < 1e-10)
      #expect(
        deviation(posterior.noisy, posterior.variance * step.scale / step.variance) < 1e-10)
      #expect(deviation(schedule.posteriorVariance(atIndex: t), posterior.variance) < 1e-12)
    }
  }

  @Test func aCustomScheduleThroughTwoPointsIsTheLinearOne() throws {
    let points = [Point(0, 0.0001), Point(1, 0.02)]
    let custom = try Schedule(
      ScheduleSpecification(kind: .custom, timesteps: 100, points: points))
    let linear = try Schedule(ScheduleSpecification(timesteps: 100))
    #expect(deviation(custom.betas, linear.betas) < 1e-15)
  }

  @Test(
    "What makes no schedule is refused",
    arguments: [
      (.init(timesteps: 0), .timesteps(0)),
      (.init(timesteps: 10_001), .timesteps(10_001)),
      (.init(beta: .init(-0.1, 0.02)), .beta(-0.1)),
      (.init(beta: .init(0.1, 1.5)), .beta(1.5)),
      (.init(beta: .init(1, 0.5)), .betaOneTooEarly),
      (.init(kind: .constant, beta: .init(0.1, 1)), .betaOneTooEarly),
      (.init(kind: .varianceExploding, sigma: .init(3, 1)), .sigma(3, 1)),
      (.init(kind: .custom), .pointCount(0)),
      (.init(kind: .custom, points: [Point(0, 0.1), Point(0.5, 0.1)]), .pointEnds),
      (.init(kind: .custom, points: [Point(0, 0.1), Point(1, 1.2)]), .pointBeta(1, 1.2)),
      (.init(kind: .custom, points: [Point(0, 0), Point(1, 0)]), .noNoise),
      (
        .init(kind: .custom, points: [Point(0, 0.1), Point(0.6, 0.1), Point(0.6, 0.2)]),
        .pointOrder(2)
      ),
    ] as [(ScheduleSpecification, ScheduleError)])
  func refusal(of specification: ScheduleSpecification, reason: ScheduleError) {
    #expect(throws: reason) { try Schedule(specification) }
  }

  @Test func aBetaThatIsNotANumberIsRefused() {
    #expect(throws: ScheduleError.self) {
      try Schedule(ScheduleSpecification(beta: .init(.nan, 0.02)))
    }
    #expect(throws: ScheduleError.self) {
      try Schedule(
        ScheduleSpecification(
          kind: .custom, points: [Point(0, 0.1), Point(.nan, 0.2), Point(1, 1)])
      )
    }
  }

  /// A schedule of a kind, with control points where the kind needs them.
  static func schedule(_ kind: ScheduleKind, timesteps: Int) throws -> Schedule {
    let points = [Point(0, 0.0001), Point(0.3, 0.03), Point(0.6, 0.004), Point(1, 0.02)]
    return try Schedule(
      ScheduleSpecification(kind: kind, timesteps: timesteps, points: points))
  }
}
