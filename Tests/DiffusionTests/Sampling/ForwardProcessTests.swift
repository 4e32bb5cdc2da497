import Foundation
import Testing

@testable import Diffusion

@Suite struct ForwardProcessTests {
  /// Correlated and off-centre, so that no sign and no axis can be mixed up unseen.
  static let count = 4000

  @Test(
    "Walk and jump have the exact mean and covariance at every level",
    arguments: ScheduleKind.allCases, ForwardProcess.allCases)
  func moments(kind: ScheduleKind, process: ForwardProcess) throws {
    let mixture = try #require(MixtureLawTests.lopsided)
    let schedule = try ScheduleLawTests.schedule(kind, timesteps: 20)
    let randomness = Randomness(seed: 12)
    var stream = randomness.stream(.data)
    let clean = mixture.draw(Self.count, from: &stream).points
    var points = clean
    for (t, level) in schedule.levels.enumerated() {
      points = process.advance(
        points, clean: clean, index: t, schedule: schedule, randomness: randomness)
      let variance = level.sigma * level.sigma
      expect(
        points, mean: level.alpha * mixture.mean,
        covariance: mixture.covariance.scaled(by: level.alphaBar, plusVariance: variance))
    }
  }

  @Test func theJumpKeepsItsNoiseAtAllLevels() throws {
    let schedule = try Schedule(ScheduleSpecification(timesteps: 50))
    let clean = [Point(1, 0), Point(0, -2)]
    let noises = [3, 40].map { t in
      let points = ForwardProcess.jump.advance(
        [], clean: clean, index: t, schedule: schedule, randomness: Randomness(seed: 1))
      let level = schedule.levels[t]
      return zip(points, clean).map { ($0 - level.alpha * $1) / level.sigma }
    }
    #expect(deviation(noises[0], noises[1]) < 1e-12)
  }

  @Test(
    "The kernel and the posterior are the reference's",
    .vectors("02_forward/xt_linear_irregular.csv", "02_forward/xt_squaredcos_cap_v2_ring8.csv"),
    arguments: [("linear", ScheduleKind.linear), ("squaredcos_cap_v2", .cosine)],
    ["irregular", "ring8"])
  func reference(schedule: (name: String, kind: ScheduleKind), mixture: String) throws {
    let table = try Vectors.table("02_forward/xt_\(schedule.name)_\(mixture).csv")
    let schedule = try Schedule(ScheduleSpecification(kind: schedule.kind))
    let clean = try Vectors.table("inputs/x0_\(mixture)_64.csv").points()
    let noise = try Vectors.table("inputs/noise64.csv").points()
    let noisy = try table.points("xt_x", "xt_y")
    let means = try table.points("post_mean_x", "post_mean_y")
    let variances = try table.numbers("post_var")
    let places = try zip(table.numbers("t"), table.numbers("point")).map { (Int($0), Int($1)) }
    for (row, (t, i)) in places.enumerated() {
      let level = schedule.levels[t]
      let point = ForwardProcess.kernel(clean: [clean[i]], noise: [noise[i]], level: level)[0]
      let posterior = schedule.transition(atIndex: t).posterior
      #expect(deviation(point, noisy[row]) < 1e-11)
      #expect(
        deviation(posterior.clean * clean[i] + posterior.noisy * point, means[row]) < 1e-11)
      #expect(deviation(posterior.variance, variances[row]) < 1e-11)
    }
  }

  /// Checks sample moments to five standard errors. Many levels, kinds and moments are checked
  /// with fixed seeds, and the fourth moments of mixtures are below Gaussian ones.
  private func expect(_ points: [Point], mean: Point, covariance: Covariance) {
    let count = Double(points.count)
    let error = 5 / count.squareRoot()
    let average = points.reduce(.zero, +) / count
    let offsets = points.map { $0 - average }
    let squares = offsets.reduce(.zero) { $0 + $1 * $1 } / count
    let product = offsets.reduce(0) { $0 + $1.x * $1.y } / count
    #expect(abs(average.x - mean.x) < error * covariance.xx.squareRoot())
    #expect(abs(average.y - mean.y) < error * covariance.yy.squareRoot())
    #expect(abs(squares.x - covariance.xx) < error * 2.0.squareRoot() * covariance.xx)
    #expect(abs(squares.y - covariance.yy) < error * 2.0.squareRoot() * covariance.yy)
    let scale = (covariance.xx * covariance.yy + covariance.xy * covariance.xy).squareRoot()
    #expect(abs(product - covariance.xy) < error * scale)
  }
}
