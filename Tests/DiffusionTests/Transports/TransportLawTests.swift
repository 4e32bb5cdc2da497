import Diffusion
import Foundation
import Testing

/// What must be true of every transport, held against formulas that do not know of pairs.
@Suite struct TransportLawTests {
  private static let kinds = [ScheduleKind.straightLine, .variancePreserving]

  private static let data = DistributionSpecification.components([
    .init(
      weight: 0.5, mean: Point(-0.8, 0.4), covariance: Covariance(xx: 0.2, xy: 0.08, yy: 0.1),
      label: "a"),
    .init(
      weight: 0.3, mean: Point(1.1, -0.2), covariance: Covariance(xx: 0.05, xy: -0.03, yy: 0.15),
      label: "b"),
    .init(
      weight: 0.2, mean: Point(0.3, 1.2), covariance: Covariance(xx: 0.1, xy: 0, yy: 0.04),
      label: "b"),
  ])
  private static let priors = PriorSpecification.perLabel([
    LabelPrior(label: "b", mean: Point(-2, -1), deviation: 0.4),
    LabelPrior(label: "a", mean: Point(1, 0.5), deviation: 0.9),
  ])

  static func laboratory(
    _ kind: ScheduleKind = .straightLine, _ transport: TransportSpecification,
    sampler: Sampler = .ode
  ) throws -> Laboratory {
    try Laboratory(
      Experiment(
        distribution: data, schedule: ScheduleSpecification(kind: kind),
        sampler: SamplerSpecification(kind: sampler), method: transport))
  }

  static func transport(
    _ kind: ScheduleKind, _ transport: TransportSpecification
  ) throws -> Transport {
    try #require(try laboratory(kind, transport).transport)
  }

  private static let places = [Point(0.3, -0.4), Point(-1.5, 0.8), Point(1.2, 1.9)]

  @Test("With the standard prior a transport is diffusion", arguments: kinds, [0, 0.2, 0.7, 1])
  func standardPrior(kind: ScheduleKind, time: Double) throws {
    let marginal = try Self.transport(kind, TransportSpecification()).marginal(at: time)
    let schedule = try Schedule(ScheduleSpecification(kind: kind))
    let path = try #require(schedule.path)
    let level = path.level(at: time)
    let diffused = try Self.data.mixture().diffused(to: level)
    for place in Self.places {
      let estimate = diffused.estimate(at: place)
      let score = diffused.score(at: place)
      #expect(deviation(marginal.logDensity(at: place), diffused.logDensity(at: place)) < 1e-12)
      #expect(deviation(marginal.score(at: place), score) < 1e-12)
      #expect(deviation(marginal.clean(at: [place])[0], estimate.clean) < 1e-12)
      #expect(deviation(marginal.noise(at: [place])[0], estimate.noise) < 1e-12)
      let velocity = path.velocity(at: place, estimate: estimate, score: score, time: time)
      #expect(deviation(marginal.velocity(at: place), velocity) < 1e-10)
    }
  }

  @Test(
    "The velocity carries the density: ∂p/∂t = −∇·(p v)", arguments: kinds,
    [(Coupling.independent, TransportRepair.none), (.label, .none), (.label, .clocks)])
  func continuity(kind: ScheduleKind, joined: (coupling: Coupling, repair: TransportRepair)) throws
  {
    let transport = try Self.transport(
      kind,
      TransportSpecification(prior: Self.priors, coupling: joined.coupling, repair: joined.repair))
    let (time, step) = (0.43, 1e-5)
    let here = transport.marginal(at: time)
    let (before, after) = (
      transport.marginal(at: time - step), transport.marginal(at: time + step)
    )
    func flux(_ point: Point) -> Point {
      exp(here.logDensity(at: point)) * here.velocity(at: point)
    }
    for place in Self.places {
      let rate =
        (exp(after.logDensity(at: place)) - exp(before.logDensity(at: place))) / (2 * step)
      let (right, up) = (Point(step, 0), Point(0, step))
      let divergence =
        ((flux(place + right) - flux(place - right)).x + (flux(place + up) - flux(place - up)).y)
        / (2 * step)
      #expect(abs(rate + divergence) < 1e-7)
    }
  }

  @Test("Both ends of time and points far out are numbers", arguments: kinds, [0, 1e-12, 1])
  func ends(kind: ScheduleKind, time: Double) throws {
    let marginal = try Self.transport(kind, TransportSpecification(prior: Self.priors))
      .marginal(at: time)
    for place in [Point(0, 0), Point(250, -90), Point(-1e5, 1e5)] {
      let velocityField = marginal.fieldValues(of: [place])[0]
      #expect(velocityField.velocity.isFinite && velocityField.score.isFinite)
      #expect(marginal.logDensity(at: place).isFinite)
      #expect(marginal.clean(at: [place])[0].isFinite && marginal.noise(at: [place])[0].isFinite)
      #expect(abs(marginal.labelPosterior(at: place).reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test("Pairs are what the fields are of", arguments: kinds)
  func pairs(kind: ScheduleKind) throws {
    let transport = try Self.transport(kind, TransportSpecification(prior: Self.priors))
    var stream = Randomness(seed: 3).stream(.data)
    let count = 20_000
    let pairs = transport.pairs(count, from: &stream)
    // E[v] over pairs is the mean of the exact velocity over the points they are at.
    var difference = Point.zero
    var squares = 0.0
    let marginal = transport.marginal(at: 0.4)
    for index in 0..<count {
      let (point, velocity) = transport.state(of: pairs, index, at: 0.4)
      let error = velocity - marginal.velocity(at: point)
      difference += error / Double(count)
      squares += error.squaredLength / Double(count)
    }
    #expect(difference.length < 4 * (squares / Double(count)).squareRoot())
  }

  @Test func noiseOnTheWayLeavesTheMarginalAsItIs() throws {
    for diffusion in [0.5, 2.0] {
      var specification = TransportSpecification(prior: Self.priors)
      specification.diffusion = diffusion
      let laboratory = try Self.laboratory(
        .straightLine, specification, sampler: .eulerMaruyama)
      let start = try #require(laboratory.transportStart(count: 3000))
      let model = try #require(laboratory.exactVelocityField)
      let process = try #require(
        laboratory.transportProcess(with: model, given: start.conditioning))
      let ends = process.run(from: start.points)
      let mixture = laboratory.mixture
      let mean = ends.reduce(.zero, +) / 3000
      // The mean of 3000 points of this spread is off by 0.02 or so; steps of 1/200 add as much.
      #expect((mean - mixture.mean).length < 0.08)
      let variance = ends.reduce(0) { $0 + ($1 - mean).squaredLength } / 3000
      #expect(abs(variance / mixture.covariance.trace - 1) < 0.08)
    }
  }

  @Test func assignmentUndoesASwap() throws {
    let swapped = PriorSpecification.perLabel([
      LabelPrior(label: "a", mean: Point(1, 0), deviation: 0.3),
      LabelPrior(label: "b", mean: Point(-1, 0), deviation: 0.5),
    ])
    let repaired = try Self.transport(
      .straightLine, TransportSpecification(prior: swapped, repair: .assignment))
    #expect(repaired.prior.components.map(\.mean) == [Point(-1, 0), Point(1, 0)])
    #expect(repaired.prior.components.map(\.label) == ["a", "b"])
  }

  @Test func tubesMeetWhereTheyAreSent() throws {
    let crossing = PriorSpecification.perLabel([
      LabelPrior(label: "a", mean: Point(1, 0), deviation: 0.3),
      LabelPrior(label: "b", mean: Point(-1, 0), deviation: 0.3),
    ])
    let transport = try Self.transport(
      .straightLine, TransportSpecification(prior: crossing))
    let meeting = try #require(TransportMeeting.all(of: transport).first)
    #expect(meeting.isCrossing && meeting.time > 0.3 && meeting.time < 0.7)
    let tube = TransportTube.all(of: transport)[1]
    #expect(deviation(tube.section(at: 1).centre, Point(-1, 0)) < 1e-12)
    #expect(deviation(tube.section(at: 0).centre, try Self.data.mixture().centre("b")) < 1e-12)
  }
}

extension GaussianMixture {
  fileprivate func centre(_ label: String) throws -> Point {
    try conditioned(onLabel: labels.firstIndex(of: label) ?? 0).mean
  }
}
