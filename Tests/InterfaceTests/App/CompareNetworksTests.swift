import Diffusion
import Testing
import TextScreen

@testable import Interface

/// Two sides that learn.
extension CompareTests {
  @Test("sides with networks of their own: the one in hand trains, and neither loses its steps")
  func theSideInHandTrains() throws {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    var player = try Player(experiment)
    var first = try #require(player.startedTraining).trainer
    player.train(&first, steps: 6)
    try player.say("compare noise v")
    let shared = player.state.history.present.shareTraining
    #expect(!shared)
    player.forget()
    player.press("|")
    var second = try #require(player.startedTraining).trainer
    #expect(second.steps == 0 || (second as? Trainer)?.network.predicts == .v)
    player.train(&second, steps: 3)
    #expect(player.state.training.steps == second.steps)
    player.press("|")
    #expect(player.state.training.network?.predicts == .noise || player.state.training.steps == 0)
    try player.say("compare off")
    while player.state.history.canUndo { player.press("u") }
    #expect(player.state.training.steps == 9)
    #expect(player.state.training.network == second.weights as? Weights)
  }

  @Test("sides that share a network both get its reports, and start afresh together")
  func sharedNetworksAreOne() throws {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    var player = try Player(experiment)
    try player.say("compare linear cosine")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 5)
    #expect(player.state.other?.training.steps == 5)
    player.press("|")
    player.forget()
    player.train(&trainer, steps: 5)
    #expect(!player.hasStartedTraining)
    #expect(player.state.other?.training.steps == 10)
    player.press("T")
    #expect(player.state.history.present.shareTraining)
    #expect(player.state.training.steps == 0)
    player.press("u")
    #expect(player.state.training.steps == 10)
  }
}
