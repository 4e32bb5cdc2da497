import Foundation
import Testing

@testable import Diffusion

/// Brownian bridges between starts and clean points: noise on the way that both ends know nothing
/// of.
@Suite struct BridgeTests {
  private static let data = DistributionSpecification.components([
    .init(
      weight: 0.6, mean: Point(-0.8, 0.4), covariance: Covariance(xx: 0.2, xy: 0.08, yy: 0.1),
      label: "a"),
    .init(
      weight: 0.4, mean: Point(1.1, -0.2), covariance: Covariance(xx: 0.05, xy: -0.03, yy: 0.15),
      label: "b"),
  ])
  private static let priors = PriorSpecification.perLabel([
    LabelPrior(label: "b", mean: Point(-2, -1), deviation: 0.4),
    LabelPrior(label: "a", mean: Point(1, 0.5), deviation: 0.9),
  ])
  private static let places = [Point(0.3, -0.4), Point(-1.5, 0.8), Point(1.2, 1.9)]

  private static func laboratory(
    _ noise: Double, coupling: Coupling = .label, repair: TransportRepair = .none,
    sampler: Sampler = .ode, kind: ScheduleKind = .straightLine
  ) throws -> Laboratory {
    try Laboratory(
      Experiment(
        distribution: data, schedule: ScheduleSpecification(kind: kind),
        model: ModelSpecification(network: NetworkSpecification(hidden: [32, 32])),
        sampler: SamplerSpecification(kind: sampler),
        method: TransportSpecification(
          prior: priors, coupling: coupling, repair: repair, bridgeNoise: noise)))
  }

  private static func transport(
    _ noise: Double, coupling: Coupling = .label, repair: TransportRepair = .none
  ) throws -> Transport {
    try #require(try laboratory(noise, coupling: coupling, repair: repair).transport)
  }

  @Test(
    "The velocity carries the density: ∂p/∂t = −∇·(p v)",
    arguments: [(Coupling.independent, TransportRepair.none), (.label, .none), (.label, .clocks)],
    [0.05, 0.43, 0.96])
  func continuity(joined: (coupling: Coupling, repair: TransportRepair), time: Double) throws {
    let transport = try Self.transport(0.8, coupling: joined.coupling, repair: joined.repair)
    let step = 1e-5
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

  @Test func withoutNoiseABridgeIsTheStraightLine() throws {
    let (bridge, line) = (try Self.transport(1e-8), try Self.transport(0))
    for time in [0, 0.1, 0.5, 0.9, 1] {
      let (one, other) = (bridge.marginal(at: time), line.marginal(at: time))
      for place in Self.places {
        #expect(deviation(one.logDensity(at: place), other.logDensity(at: place)) < 1e-12)
        #expect(deviation(one.velocity(at: place), other.velocity(at: place)) < 1e-12)
        #expect(deviation(one.clean(at: [place]), other.clean(at: [place])) < 1e-12)
      }
    }
  }

  @Test func theEndsOfABridgeAreThoseOfTheLine() throws {
    let (bridge, line) = (try Self.transport(1.5), try Self.transport(0))
    for time in [0.0, 1] {
      for place in Self.places {
        let (one, other) = (bridge.marginal(at: time), line.marginal(at: time))
        #expect(one.logDensity(at: place) == other.logDensity(at: place))
        #expect(one.score(at: place) == other.score(at: place))
        #expect(one.velocity(at: place).isFinite)
      }
    }
    // In the middle a Brownian bridge has a quarter of the variance that a whole walk has.
    let (wide, narrow) = (
      TransportTube.all(of: bridge)[0].section(at: 0.5).covariance,
      TransportTube.all(of: line)[0].section(at: 0.5).covariance
    )
    #expect(abs(wide.xx - narrow.xx - 1.5 * 1.5 / 4) < 1e-12)
    #expect(abs(wide.xy - narrow.xy) < 1e-12)
  }

  @Test func pairsAreWhatTheFieldsAreOf() throws {
    let transport = try Self.transport(0.7)
    var stream = Randomness(seed: 3).stream(.data)
    let count = 20_000
    let pairs = transport.pairs(count, from: &stream)
    let marginal = transport.marginal(at: 0.3)
    let (fullCentre, spread) = (0..<count).reduce(into: (Point.zero, 0.0)) { sums, index in
      let point = transport.state(of: pairs, index, at: 0.3).point
      sums.0 += point / Double(count)
      sums.1 += point.squaredLength / Double(count)
    }
    // Mean and variance as TransportFrame tells them to networks.
    let section = TransportFrame(of: transport).section(at: 0.3)
    #expect((fullCentre - section.centre).length < 5 * section.spread / Double(count).squareRoot())
    let variance = (spread - fullCentre.squaredLength) / 2
    #expect(abs(variance / (section.spread * section.spread) - 1) < 0.03)
    var difference = Point.zero
    var squares = 0.0
    for index in 0..<count {
      let (point, velocity) = transport.state(of: pairs, index, at: 0.3)
      let error = velocity - marginal.velocity(at: point)
      difference += error / Double(count)
      squares += error.squaredLength / Double(count)
    }
    #expect(difference.length < 4 * (squares / Double(count)).squareRoot())
  }

  @Test("ODE and SDE leave the data's own moments", arguments: [Sampler.ode, .eulerMaruyama])
  func ends(sampler: Sampler) throws {
    let laboratory = try Self.laboratory(1, sampler: sampler)
    #expect(laboratory.experiment.transport?.diffusion == 1)
    let count = 2000
    let start = try #require(laboratory.transportStart(count: count))
    let model = try #require(laboratory.exactVelocityField)
    let process = try #require(laboratory.transportProcess(with: model, given: start.conditioning))
    let points =
      sampler == .ode
      ? process.visiting([1, 0]).run(from: start.points) : process.run(from: start.points)
    let mixture = laboratory.mixture
    let mean = points.reduce(.zero, +) / Double(count)
    #expect((mean - mixture.mean).length < 0.09)
    let variance = points.reduce(0) { $0 + ($1 - mean).squaredLength } / Double(count)
    #expect(abs(variance / mixture.covariance.trace - 1) < 0.1)
  }

  @Test func networksLearnBridges() throws {
    let laboratory = try Self.laboratory(0.6, sampler: .flowEuler)
    var trainer = try #require(laboratory.transportTrainer())
    var losses: [Double] = []
    for _ in 0..<200 { losses.append(trainer.step()) }
    #expect(losses.allSatisfy(\.isFinite) && trainer.recoveries.isEmpty)
    #expect(losses[180...].reduce(0, +) < 0.97 * losses[..<20].reduce(0, +))
    let transport = try #require(laboratory.transport)
    let velocityField = LearnedVelocityField(weights: trainer.weights, of: transport)
    for time in [0, 1e-4, 0.5, 1] {
      let fieldValues = velocityField.fieldValues(of: Self.places, given: Conditioning(), at: time)
      #expect(fieldValues.allSatisfy { $0.velocity.isFinite && $0.score.isFinite })
    }
    #expect(laboratory.dataName != (try Self.laboratory(0.61).dataName))
  }

  @Test func bridgesLieOnStraightWays() {
    let error = #expect(throws: ExperimentError.self) {
      try Self.laboratory(0.5, kind: .variancePreserving)
    }
    #expect(error?.path == ["bridge_noise"])
    for noise in [-0.1, 101, .nan] {
      #expect(throws: ExperimentError.self) { try Self.laboratory(noise) }
    }
  }
}
