import Foundation
import Testing

@testable import Diffusion

/// The ways to single ends, whose mean is the way of the whole.
@Suite("Conditional paths") struct ConditionalPathTests {
  private static let places = [
    Point(0.3, 0.4), Point(-1.2, 0.9), Point(2.5, -3), .zero, Point(-40, 25),
  ]

  /// Experiments and a number of noising steps of theirs.
  static func subjects() throws -> [(name: String, laboratory: Laboratory, steps: Int)] {
    var linear = Experiment()
    linear.schedule.timesteps = 200
    var cosine = linear
    cosine.schedule.kind = .cosine
    cosine.distribution = .components(lopsided)
    var straight = cosine
    straight.schedule.kind = .straightLine
    var exploding = linear
    exploding.schedule = ScheduleSpecification(kind: .varianceExploding, timesteps: 200)
    var known = linear
    known.distribution = .samples(of: .components(lopsided), count: 12, seed: 3)
    var moved = straight
    moved.sampler.kind = .ode
    moved.transport = TransportSpecification(
      prior: .perLabel([
        LabelPrior(label: "a", mean: Point(3, 1), deviation: 0.5),
        LabelPrior(label: "b", mean: Point(-2, 0), deviation: 1.5),
      ]))
    var mixed = moved
    mixed.transport?.coupling = .independent
    return try [
      ("linear", linear, 60), ("cosine", cosine, 120), ("straight line", straight, 130),
      ("straight line, end", straight, 200), ("variance exploding", exploding, 90),
      ("known points", known, 80), ("prior of each label", moved, 70),
      ("all starts to all ends", mixed, 170),
    ].map { ($0.0, try Laboratory($0.1), $0.2) }
  }

  private static let lopsided = [
    GaussianMixture.Component(
      weight: 0.3, mean: Point(1, 0.5), covariance: Covariance(xx: 0.3, xy: 0.1, yy: 0.2),
      label: "a"),
    GaussianMixture.Component(
      weight: 0.7, mean: Point(-1, 0.2), covariance: Covariance(xx: 0.1, xy: -0.05, yy: 0.4),
      label: "b"),
  ]

  private static func place(_ laboratory: Laboratory, _ steps: Int) -> PathPlace {
    let schedule = laboratory.schedule
    return PathPlace(
      level: schedule.level(afterSteps: steps),
      time: Double(steps) / Double(schedule.timesteps), steps: steps)
  }

  @Test("The mean of the conditional fields, each by its share, is the marginal field")
  func sum() throws {
    for (name, laboratory, steps) in try Self.subjects() {
      let paths = try #require(laboratory.conditionalPaths, "\(name)")
      let place = Self.place(laboratory, steps)
      let marginal = paths.fieldValues(of: Self.places, at: place)
      for (index, point) in Self.places.enumerated() {
        let shares = paths.shares(of: point, at: place)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-12, "\(name)")
        var (score, velocity) = (Point.zero, Point.zero)
        for (end, share) in shares.enumerated() {
          let path = try #require(paths.path(to: end))
          let value = path.fieldValues(of: [point], at: place)[0]
          score += share * value.score
          velocity += share * value.velocity
        }
        let whole = marginal[index]
        #expect((score - whole.score).length < 1e-12 * (1 + whole.score.length), "\(name)")
        #expect(
          (velocity - whole.velocity).length < 1e-12 * (1 + whole.velocity.length), "\(name)")
      }
    }
  }

  @Test("Points that follow a conditional flow have the Gaussian of every place they come to")
  func flow() throws {
    for (name, laboratory, _) in try Self.subjects() {
      let paths = try #require(laboratory.conditionalPaths, "\(name)")
      let path = try #require(paths.path(to: 1), "\(name)")
      let places = [200, 140, 60, 10].map { Self.place(laboratory, $0) }
      guard path.gaussians(at: places[0]).count == 1 else { continue }
      // Of one Gaussian the flow is affine: three points tell what becomes of all.
      let start = path.gaussians(at: places[0])[0]
      let corners = [Point.zero, Point(1, 0), Point(0, 1)].map {
        start.mean + start.covariance.coloured($0)
      }
      let flow = path.flow(from: corners, through: places)
      #expect(flow.count == places.count && flow[0] == corners)
      for (points, place) in zip(flow, places) {
        let goal = path.gaussians(at: place)[0]
        let (across, up) = (points[1] - points[0], points[2] - points[0])
        let scale = goal.covariance.trace.squareRoot() + 1e-3
        #expect((points[0] - goal.mean).length < 1e-4 * (1 + scale), "\(name)")
        for (found, wanted) in [
          (across.x * across.x + up.x * up.x, goal.covariance.xx),
          (across.x * across.y + up.x * up.y, goal.covariance.xy),
          (across.y * across.y + up.y * up.y, goal.covariance.yy),
        ] { #expect(abs(found - wanted) < 1e-4 * scale * scale, "\(name): \(found), \(wanted)") }
      }
    }
  }

  @Test("The velocity is how fast points move along the flow, in units of time")
  func velocity() throws {
    for (name, laboratory, steps) in try Self.subjects() {
      let paths = try #require(laboratory.conditionalPaths, "\(name)")
      let path = try #require(paths.path(to: 0), "\(name)")
      let steps = min(steps, 199)
      let (before, here, after) = (
        Self.place(laboratory, steps + 1), Self.place(laboratory, steps),
        Self.place(laboratory, steps - 1)
      )
      let points = [Point(0.4, -0.3), Point(-1, 1)]
      let flow = path.flow(from: points, through: [before, here, after])
      // Betas hold for a step: half of the difference is of the step there, half of that after.
      let next = PathPlace(level: here.level, time: here.time, steps: before.steps)
      let velocities = [here, next].map { path.fieldValues(of: flow[1], at: $0).map(\.velocity) }
      for index in points.indices {
        let found = (flow[0][index] - flow[2][index]) / (before.time - after.time)
        let wanted = 0.5 * (velocities[0][index] + velocities[1][index])
        #expect((found - wanted).length < 0.03 * (1 + wanted.length), "\(name)")
      }
    }
  }

  @Test("Draws have the moments of the way, and the same stream moves them smoothly")
  func draws() throws {
    for (name, laboratory, steps) in try Self.subjects() {
      let paths = try #require(laboratory.conditionalPaths, "\(name)")
      let path = try #require(paths.path(to: 1), "\(name)")
      let place = Self.place(laboratory, steps)
      let gaussians = path.gaussians(at: place)
      var stream = RandomStream(seed: 7)
      let points = path.draw(4000, at: place, from: &stream)
      let total = gaussians.reduce(0) { $0 + $1.weight }
      let mean = gaussians.reduce(Point.zero) { $0 + ($1.weight / total) * $1.mean }
      let found = points.reduce(Point.zero, +) / 4000
      let spread = points.reduce(0) { $0 + ($1 - found).squaredLength } / 4000
      // The squared distance of a mean of n draws is the variance over n in the mean.
      #expect((found - mean).squaredLength < 12 * spread / 4000, "\(name)")
      var again = RandomStream(seed: 7)
      let next = path.draw(
        4000, at: Self.place(laboratory, max(1, steps - 1)), from: &again)
      let step = zip(points, next).map { ($0 - $1).squaredLength }.reduce(0, +) / 4000
      #expect(step < 0.02 * spread, "\(name)")
    }
  }

  @Test("Where the coupling pairs samples there are none that are known")
  func none() throws {
    var experiment = Experiment()
    experiment.schedule.kind = .straightLine
    experiment.sampler.kind = .ode
    experiment.transport = TransportSpecification(coupling: .optimalTransport)
    #expect(try Laboratory(experiment).conditionalPaths == nil)
  }
}
