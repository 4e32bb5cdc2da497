import Diffusion
import Testing

@testable import Interface

@Suite("Networks of another prior")
struct TransportTrainingTests {
  private func trained(steps: Int = 20) throws -> Player {
    var player = try Player.transport(.aligned, sampler: .flowEuler)
    player.press("m")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: steps)
    player.forget()
    return player
  }

  @Test("the model learned trains the velocity, and its samples follow the network")
  func learning() throws {
    var player = try Player.transport(.aligned, sampler: .flowEuler)
    player.press("m")
    var trainer = try #require(player.startedTraining).trainer
    #expect(trainer is TransportTrainer)
    player.train(&trainer, steps: 12)
    try player.goToData()
    #expect(player.state.stage.model.network == trainer.weights as? Weights)
    #expect(player.state.training.losses.points.isEmpty || player.state.training.steps == 12)
    let laboratory = player.state.stage.laboratory
    let transport = try #require(laboratory.transport)
    let velocityField = LearnedVelocityField(
      weights: try #require(trainer.weights as? Weights), of: transport, isLabelPassed: false)
    let start = try #require(laboratory.transportStart(count: 64))
    let process = try #require(
      laboratory.transportProcess(with: velocityField, given: start.conditioning))
    #expect(player.state.frame.points == process.run(from: start.points))
  }

  @Test("another prior needs another network; undo brings the old one back")
  func networksBelongToPriors() throws {
    var player = try trained(steps: 120)
    let weights = player.state.training.network
    try player.command("set prior opposite")
    #expect(player.state.training.steps == 0)
    player.press("u")
    #expect(player.state.training.network == weights)
  }

  @Test("the solver does not change what is learned")
  func solversShareANetwork() throws {
    var player = try trained()
    try player.command("set solver sde")
    #expect(player.state.training.steps == 20)
    #expect(player.state.experiment.sampler.kind == .eulerMaruyama)
  }

  @Test("reflow begins anew with the pairs of the network, and undo brings it back")
  func reflow() throws {
    var player = try trained()
    let weights = player.state.training.network
    player.press("M")
    let started = try #require(player.startedTraining)
    let trainer = try #require(started.trainer as? TransportTrainer)
    #expect(trainer.name.contains("reflowed"))
    #expect(player.state.training.steps == 0)
    #expect(player.state.training.activity == .running)
    player.press("u")
    #expect(player.state.training.network == weights)
  }

  @Test("without a network there is nothing to reflow")
  func nothingToReflow() throws {
    var player = try Player.transport(.aligned)
    player.press("M")
    #expect(player.startedTraining == nil)
    #expect(player.state.notice?.text.contains("no network yet") == true)
  }

  @Test("a coupling without an exact field is followed by the untrained network and says so")
  func pairedSamples() throws {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [8]))
    experiment.training.batch = 16
    experiment.couple(.optimalTransport)
    experiment.sampler = SamplerSpecification(kind: .flowEuler, steps: 10)
    var player = try Player(experiment)
    #expect(player.state.stage.model.weights?.steps == 0)
    player.perform(.time(.toggleDirection))
    player.state.view.ground = .density
    #expect(player.shown.plainText.contains("untrained network"))
    #expect(
      PlaneCaption(player.state, glyphs: .braille).variant(fitting: 200).contains(
        "no exact density"))
    player.press("m")
    #expect(player.state.experiment.model.kind == .learned)
    #expect(player.state.notice?.tone == .warning)
  }

  @Test("samples are measured with what the way costs")
  func measuring() throws {
    var player = try Player.transport(.aligned)
    player.forget()
    player.wait(0.1)
    let request = player.effects.compactMap { effect -> QualityRequest? in
      if case .measure(let request) = effect { request } else { nil }
    }.first
    let measurement = try #require(request?.finished().run.measurement)
    let transport = try #require(measurement.path)
    #expect(transport.retention > 0.95)
    #expect(transport.straightness ?? .infinity < 1)
    #expect(measurement.report.networkCalls > 1)
  }
}
