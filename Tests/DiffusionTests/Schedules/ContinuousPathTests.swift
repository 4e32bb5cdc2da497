import Foundation
import Testing

@testable import Diffusion

@Suite struct ContinuousPathTests {
  static let kinds = ScheduleKind.allCases.filter { $0.path != nil }

  @Test("Rates are the derivatives of alpha and sigma", arguments: kinds)
  func rates(of kind: ScheduleKind) throws {
    let path = try #require(Schedule(ScheduleSpecification(kind: kind)).path)
    for time in [0.1, 0.37, 0.5, 0.8, 0.95] {
      let step = 1e-5
      let (before, after) = (path.level(at: time - step), path.level(at: time + step))
      let rates = path.rates(at: time)
      #expect(deviation(rates.alpha, (after.alpha - before.alpha) / (2 * step)) < 1e-7)
      #expect(deviation(rates.sigma, (after.sigma - before.sigma) / (2 * step)) < 1e-7)
    }
  }

  @Test("The levels of a continuous schedule lie on its path", arguments: kinds)
  func levels(of kind: ScheduleKind) throws {
    let schedule = try Schedule(ScheduleSpecification(kind: kind, timesteps: 50))
    let path = try #require(schedule.path)
    for t in 0..<49 {
      let time = kind == .varianceExploding ? Double(t) / 49 : Double(t + 1) / 50
      #expect(deviation(path.level(at: time).alpha, schedule.levels[t].alpha) < 1e-12)
      #expect(deviation(path.level(at: time).sigma, schedule.levels[t].sigma) < 1e-12)
    }
  }

  @Test(
    "Paths are the reference's", .vectors("01_schedules/continuous.csv"),
    arguments: [
      ("vp_linear", ScheduleKind.variancePreserving), ("cosine_s0.008", .cosine),
      ("ve_geometric", .varianceExploding), ("flow_linear", .straightLine),
    ])
  func reference(name: String, kind: ScheduleKind) throws {
    let table = try Vectors.table("01_schedules/continuous.csv")
    let schedule = try Schedule(ScheduleSpecification(kind: kind, sigma: .init(0.01, 50)))
    let path = try #require(schedule.path)
    let columns = try ["t", "alpha", "sigma", "log_snr"].map { try table.numbers($0) }
    for (row, label) in try table.texts("schedule").enumerated() where label == name {
      let level = path.level(at: columns[0][row])
      #expect(abs(level.alpha - columns[1][row]) < 1e-15 + 1e-12 * columns[1][row])
      #expect(abs(level.sigma - columns[2][row]) <= 1e-11 * columns[2][row])
      let (found, expected) = (level.logSNR, columns[3][row])
      // At the very end alpha is a rounding error of the cosine, and its logarithm means nothing.
      #expect(found == expected || abs(found - expected) < 1e-10 || expected < -70)
    }
  }

  @Test("The velocity carries the density: it obeys the continuity equation", arguments: kinds)
  func velocity(of kind: ScheduleKind) throws {
    let path = try #require(Schedule(ScheduleSpecification(kind: kind)).path)
    let covariance = Covariance(xx: 0.5, xy: 0.2, yy: 0.3)
    let mixture = try GaussianMixture(components: [
      .init(weight: 0.3, mean: Point(-1, 0.4), covariance: covariance, label: "a"),
      .init(
        weight: 0.7, mean: Point(1, 0), covariance: Covariance(xx: 0.2, xy: 0, yy: 0.4), label: "b"),
    ])
    let time = 0.3
    let step = 1e-4
    let velocity = { (point: Point) in
      let diffused = mixture.diffused(to: path.level(at: time))
      return path.velocity(
        at: point, estimate: diffused.estimate(at: point), score: diffused.score(at: point),
        time: time)
    }
    for point in [Point(0.2, -0.3), Point(-1.1, 0.7), Point(1.5, 0.1)] {
      let (right, up) = (Point(step, 0), Point(0, step))
      let divergence =
        ((velocity(point + right) - velocity(point - right)).x
          + (velocity(point + up) - velocity(point - up)).y) / (2 * step)
      let logDensity = { (time: Double) in
        mixture.diffused(to: path.level(at: time)).logDensity(at: point)
      }
      let growth = (logDensity(time + step) - logDensity(time - step)) / (2 * step)
      let score = mixture.diffused(to: path.level(at: time)).score(at: point)
      let carried = (score * velocity(point)).sum()
      #expect(abs(growth + carried + divergence) < 1e-4)
    }
  }

  @Test func theVelocityAtTheCleanEndIsTheLimitFromAbove() throws {
    let path = try #require(Schedule(ScheduleSpecification(kind: .variancePreserving)).path)
    let mixture = Distribution.eightGaussians.mixture()
    let point = Point(0.8, 0.3)
    let ends = [0, 1e-7].map { time in
      let diffused = mixture.diffused(to: path.level(at: time))
      return path.velocity(
        at: point, estimate: diffused.estimate(at: point), score: diffused.score(at: point),
        time: time)
    }
    #expect(deviation(ends[0], ends[1]) < 1e-4)
  }

  @Test("Between its levels a schedule goes on evenly in log-SNR", arguments: ScheduleKind.allCases)
  func time(of kind: ScheduleKind) throws {
    let schedule = try ScheduleLawTests.schedule(kind, timesteps: 40)
    for t in [0, 7, 20, 39] where kind != .varianceExploding {
      let level = schedule.level(atTime: Double(t + 1) / 40)
      #expect(deviation(level.sigma, schedule.levels[t].sigma) < 1e-12)
      #expect(schedule.noisingSteps(nearestTo: level) == t + 1)
    }
    let between = schedule.level(atTime: 20.3 / 40).logSNR
    #expect(between <= schedule.level(atTime: 20.0 / 40).logSNR)
    #expect(between >= schedule.level(atTime: 21.0 / 40).logSNR)
  }
}
