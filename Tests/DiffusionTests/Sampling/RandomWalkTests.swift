import Foundation
import Testing

@testable import Diffusion

@Suite("Random walks in continuous time") struct RandomWalkTests {
  private static let spot = GaussianMixture.Component(
    mean: Point(1, -2), covariance: Covariance(xx: 0.5, xy: 0.2, yy: 0.3), label: "a")

  private func walked(
    _ walk: RandomWalk, steps: Int, count: Int, from start: Point, seed: UInt64 = 1
  ) throws -> [Point] {
    let density = try GaussianMixture(components: [Self.spot]).diffused(to: .clean)
    var points = Array(repeating: start, count: count)
    for step in 0..<steps {
      var stream = Randomness(seed: seed).stream(.sampling, step: step)
      points = walk.next(points, in: density, from: &stream)
    }
    return points
  }

  private func moments(_ points: [Point]) -> (mean: Point, xx: Double, xy: Double, yy: Double) {
    let n = Double(points.count)
    let mean = points.reduce(.zero, +) / n
    let off = points.map { $0 - mean }
    return (
      mean, off.reduce(0) { $0 + $1.x * $1.x } / n, off.reduce(0) { $0 + $1.x * $1.y } / n,
      off.reduce(0) { $0 + $1.y * $1.y } / n
    )
  }

  @Test(
    "Ornstein-Uhlenbeck has the mean and the spread of its law, on the way and at rest",
    arguments: [(1.5, 2.0, 10), (1.5, 2.0, 400), (0.0, 0.7, 50), (30.0, 1.0, 3)])
  func ornsteinUhlenbeck(_ theta: Double, _ sigma: Double, _ steps: Int) throws {
    let walk = RandomWalk.ornsteinUhlenbeck(theta: theta, sigma: sigma)
    let count = 20_000
    let found = moments(try walked(walk, steps: steps, count: count, from: Point(3, 1)))
    let time = Double(steps) * RandomWalk.time
    let spread = try #require(walk.spread(from: 0, after: time))
    let error = 5 / Double(count).squareRoot()
    #expect((found.mean - exp(-theta * time) * Point(3, 1)).length < error * spread * 1.5)
    #expect(abs(found.xx / (spread * spread) - 1) < error * 1.5)
    #expect(abs(found.yy / (spread * spread) - 1) < error * 1.5)
    #expect(abs(found.xy / (spread * spread)) < error)
    // An independent form of the law: the limit less what is still missing.
    if let limit = walk.limit {
      let missing = exp(-2 * theta * time)
      #expect(deviation(spread * spread, limit * limit * (1 - missing)) < 1e-12)
    } else {
      #expect(deviation(spread, sigma * time.squareRoot()) < 1e-12)
    }
  }

  @Test("Langevin rests in the density, but for what its step adds")
  func langevin() throws {
    let (step, count) = (0.02, 20_000)
    let walk = RandomWalk.langevin(step: step, noise: 1)
    let found = moments(try walked(walk, steps: 300, count: count, from: .zero))
    // Of a Gaussian the walk's own law has the covariance C (1 - step/2 C⁻¹)⁻¹, exactly.
    let c = Self.spot.covariance
    let determinant = c.xx * c.yy - c.xy * c.xy
    let half = step / 2
    let (a, b, d) = (
      1 - half * c.yy / determinant, half * c.xy / determinant, 1 - half * c.xx / determinant
    )
    let inverse = 1 / (a * d - b * b)
    let xx = (c.xx * d - c.xy * b) * inverse
    let xy = (c.xy * a - c.xx * b) * inverse
    let yy = (c.yy * a - c.xy * b) * inverse
    let error = 5 * (2 / Double(count)).squareRoot()
    #expect((found.mean - Self.spot.mean).length < error)
    #expect(abs(found.xx - xx) < error * xx && abs(found.yy - yy) < error * yy)
    #expect(abs(found.xy - xy) < error * (xx * yy).squareRoot())
  }

  @Test("Without noise every walker climbs to the mode; with far too long a step none is lost")
  func extremes() throws {
    let still = try walked(.langevin(step: 0.05, noise: 0), steps: 400, count: 3, from: .zero)
    #expect(still.allSatisfy { ($0 - Self.spot.mean).length < 1e-6 })
    let wild = try walked(.langevin(step: 10, noise: 10), steps: 400, count: 50, from: .zero)
    #expect(wild.allSatisfy { $0.isFinite })
  }
}
