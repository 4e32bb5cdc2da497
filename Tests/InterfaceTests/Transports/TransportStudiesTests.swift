import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Studies from another prior")
struct TransportStudiesTests {
  private func laboratory(
    _ arrangement: Arrangement, sampler: SamplerSpecification, path: TransportPath = .straightLine
  ) throws -> Laboratory {
    var experiment = try Experiment.transport(arrangement)
    experiment.schedule = experiment.schedule.changed(to: path.schedule)
    experiment.sampler = sampler
    return try Laboratory(experiment)
  }

  private func exact(_ laboratory: Laboratory) throws -> VelocityModel {
    VelocityModel(try #require(laboratory.exactVelocityField))
  }

  @Test("the chart runs what can follow a velocity field, and tells labels beside the distance")
  func chart() throws {
    let laboratory = try laboratory(.opposite, sampler: SamplerSpecification(kind: .ode))
    var chart = QualityChart(
      laboratory, model: try exact(laboratory), trainingSteps: nil, samplers: nil, count: 500)
    while chart.progress < 1 { chart.advance() }
    #expect(chart.samplers == [.flowEuler, .eulerMaruyama, .ode])
    let euler = chart.results.filter { $0.sampler == 0 }
    #expect(euler.map(\.calls) == [2, 3, 5, 10, 20])
    let floor = try #require(chart.floor)
    #expect(euler[0].distance > 3 * floor && euler[4].distance < euler[0].distance)
    // The adaptive solver finds its own steps, and comes to the floor with the wrong labels.
    let adaptive = chart.results.filter { $0.sampler == 2 }
    #expect(adaptive.count == 1 && adaptive[0].calls > 50)
    #expect(adaptive[0].distance < 2 * floor)
    #expect(adaptive[0].kept ?? 1 < 0.05)
  }

  @Test("samplers that need the standard prior are refused with the reason")
  func refusals() throws {
    var player = try Player.transport(.opposite)
    try player.command("chart ddim")
    #expect(player.state.notice?.text == TransportSolver.refusal(of: .ddim))
    #expect(player.state.studies[.chart] == nil)
  }

  @Test("the parts of the budget add up: on the straight line the prior is no wrong start")
  func budget() throws {
    let steps = SamplerSpecification(kind: .flowEuler, steps: 2)
    let laboratory = try laboratory(.opposite, sampler: steps)
    var budget = ErrorBudget(
      laboratory, model: try exact(laboratory), trainingSteps: nil, count: 500)
    while budget.progress < 1 { budget.advance() }
    let parts = ErrorBudget.Part.allCases.compactMap(budget.share)
    #expect(abs(parts.reduce(0, +) - (budget.total ?? 0)) < 1e-12)
    #expect(budget.share(of: .start) == 0 && budget.share(of: .network) == 0)
    #expect((budget.share(of: .steps) ?? 0) > 0.05)
  }

  @Test("a shifted path that ends early starts from the wrong place, and a network errs")
  func wrongStartAndNetwork() throws {
    var experiment = try Experiment.transport(.close)
    experiment.schedule = ScheduleSpecification(
      kind: .variancePreserving, timesteps: 40, rate: .init(0.1, 3))
    let laboratory = try Laboratory(experiment)
    let transport = try #require(laboratory.transport)
    let untrained = try #require(laboratory.transportTrainer()?.weights)
    var budget = ErrorBudget(
      laboratory, model: VelocityModel(laboratory.learnedVelocityField(untrained, of: transport)),
      trainingSteps: 0, count: 500)
    while budget.progress < 1 { budget.advance() }
    #expect((budget.share(of: .start) ?? 0) > 0.1)
    #expect((budget.share(of: .network) ?? 0) > 0.1)
  }

  @Test("what data become at the prior's end has the marginal's density")
  func arrival() throws {
    var experiment = try Experiment.transport(.opposite)
    experiment.schedule = ScheduleSpecification(
      kind: .variancePreserving, timesteps: 40, rate: .init(0.1, 3))
    let laboratory = try Laboratory(experiment)
    let count = 2000
    let points = try #require(laboratory.transportArrival(count: count)).points
    let marginal = try #require(laboratory.transport).marginal(at: 1)
    let components = marginal.components
    let mean = components.reduce(Point.zero) { $0 + $1.weight * $1.mean }
    let spread = components.reduce(0) {
      $0 + $1.weight * ($1.covariance.trace + ($1.mean - mean).squaredLength)
    }
    let seen = points.reduce(0) { $0 + ($1 - mean).squaredLength } / Double(count)
    // Five standard errors of a mean square of about that size.
    #expect(abs(seen / spread - 1) < 5 * (2 / Double(count)).squareRoot())
    #expect(laboratory.transportStart(count: 3)?.points.isEmpty == false)
  }

  @Test("chart and budget are seen where they are asked for")
  func seen() throws {
    for size in [Size(columns: 80, rows: 24), .init(columns: 120, rows: 40)] {
      var player = try Player(try .transport(.opposite), size: size)
      player.performsStudies = true
      player.state.studyExtent.samples = 200
      player.press("space", "Q")
      player.wait(2)
      #expect(player.state.focus == .retention)
      let chart = player.shown.plainText
      #expect(chart.contains("W2, exact") && chart.contains("model calls"))
      #expect(chart.contains("o Euler  x SDE  + ODE") && chart.contains("kept o "))
      player.press("B")
      player.wait(1)
      player.state.quality.measurement = try PanelsFixture.measurement(missing: 0)
      #expect(player.shown.plainText.contains("error budget  W2 "))
      #expect(player.shown.plainText.contains("start"))
    }
  }

  @Test("paired samples have no exact answer, and so no budget")
  func pairedSamples() throws {
    var experiment = try Experiment.transport(.aligned)
    experiment.model.kind = .learned
    experiment.sampler = SamplerSpecification(kind: .flowEuler, steps: 5)
    experiment.couple(.optimalTransport)
    var player = try Player(experiment)
    player.press("B")
    #expect(player.state.notice?.text.contains("no exact answer") == true)
  }
}
