import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The floor of the training loss") struct LossFloorTests {
  /// A screen whose network has reported a few steps, and whose studies are made.
  private static func player() throws -> Player {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    var player = try Player(experiment)
    player.performsStudies = true
    var trainer = try #require(player.startedTraining?.trainer as? Trainer)
    player.train(&trainer, steps: 24)
    return player
  }

  @Test("It is worked out beside the screen")
  func number() throws {
    var player = try Self.player()
    #expect(player.state.lossFloor == nil)
    player.wait(3)
    let floor = try #require(player.state.lossFloor)
    let laboratory = player.state.stage.laboratory
    #expect(floor == laboratory.leastTrainingLoss?.finished().value)
  }

  @Test("Schedules and samplers leave it; what the network is asked for makes it another")
  func outOfDate() throws {
    var player = try Self.player()
    player.wait(3)
    let floor = player.state.lossFloor
    try player.say("set schedule cosine")
    try player.say("set steps 7")
    #expect(player.state.lossFloor == floor && floor != nil)
    try player.say("set predicts noise")
    #expect(player.state.lossFloor == nil)
    try player.say("set predicts v")
    player.wait(3)
    try player.say("set distribution two-moons")
    #expect(player.state.lossFloor == nil, "other data")
    try player.say("set target exact-posterior")
    #expect(player.state.stage.laboratory.leastTrainingLoss?.value == 0)
    try player.say("set target batch-posterior")
    player.wait(1)
    #expect(player.state.lossFloor == nil && !player.state.studies.isPending(.lossFloor))
  }
}
