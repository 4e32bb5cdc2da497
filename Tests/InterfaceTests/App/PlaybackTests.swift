import Diffusion
import Testing

@testable import Interface

@Suite("Playing, stepping and scrubbing")
struct PlaybackTests {
  @Test("the opening dissolves the data and brings it back by itself")
  func theOpeningTellsTheWholeStory() throws {
    var player = try Player()
    var directions: [Direction] = []
    for _ in 0..<16 {
      player.wait(1)
      if directions.last != player.state.frame.direction {
        directions.append(player.state.frame.direction)
      }
    }
    #expect(directions.prefix(3) == [.forward, .reverse, .forward])
  }

  @Test("pausing freezes the cloud")
  func pausingFreezesTheCloud() throws {
    var player = try Player()
    player.wait(1)
    player.press("space")
    let frozen = player.state.frame.points
    player.wait(1)
    #expect(player.state.frame.points == frozen)
    player.press("space")
    player.wait(1)
    #expect(player.state.frame.points != frozen)
  }

  @Test("a step on and a step back lead to the same points", arguments: Direction.allCases)
  func stepsAreReversible(direction: Direction) throws {
    var player = try Player()
    player.press("space")
    if direction == .reverse { player.press("r") }
    player.perform(.time(.seekTime(0.5)))
    player.wait(1)
    let before = player.state.frame
    player.press("right")
    player.wait(0.2)
    #expect(player.state.frame.step == before.step + 1)
    #expect(player.state.frame.points != before.points)
    player.press("left")
    #expect(player.state.frame.points == before.points)
  }

  @Test("scrubbing to a step shows what playing to it shows", arguments: Direction.allCases)
  func scrubbingEqualsPlaying(direction: Direction) throws {
    var played = try Player()
    if direction == .reverse { played.press("space", "r", "home", "space") }
    played.wait(2)
    let step = played.state.frame.step
    #expect(step > 3)
    var scrubbed = try Player()
    scrubbed.press("space")
    if direction == .reverse { scrubbed.press("r") }
    scrubbed.perform(.time(.goToEnd), .time(.seek(step: step)))
    scrubbed.wait(1)
    #expect(scrubbed.state.frame.step == step)
    #expect(scrubbed.state.frame.points == played.state.frame.points)
  }

  @Test("a run that cannot be afforded at once is caught up with over several frames")
  func seekingIsSliced() throws {
    var player = try Player()
    player.press("space", "r")
    player.perform(.time(.goToStart), .time(.goToEnd))
    #expect(player.state.frame.target == 40)
    player.wait(1.0 / 30, work: 48 * 5)
    #expect((5...8).contains(player.state.frame.step))
    player.wait(1, work: 48 * 5)
    #expect(player.state.frame.step == 40)
    #expect(player.state.frame.target == nil)
  }

  @Test("turning round in the middle keeps the place in time")
  func turningKeepsTheTime() throws {
    var player = try Player()
    player.press("space")
    player.perform(.time(.seekTime(0.75)))
    player.press("r")
    player.wait(1)
    #expect(player.state.frame.direction == .reverse)
    #expect(player.state.frame.noisingSteps == 30)
  }

  @Test("while the walk is caught up with, the jump stands in at the same level")
  func theJumpStandsInForTheWalk() throws {
    var player = try Player()
    player.press("space")
    player.perform(.time(.goToEnd))
    #expect(player.state.frame.noisingSteps == 40)
    #expect(player.state.isCatchingUp)
    player.wait(1)
    #expect(!player.state.isCatchingUp)
  }

  @Test("speeds go up and down and stay within their ends")
  func speedsStayWithinTheirEnds() throws {
    var player = try Player()
    for _ in 0..<20 { player.press("]") }
    #expect(player.state.playback.speed == Playback.speeds.last)
    for _ in 0..<20 { player.press("[") }
    #expect(player.state.playback.speed == Playback.speeds.first)
  }

  @Test("no trail leads where no particle went: not by a leap, not from a stand-in")
  func trailsAreMadeOfSteps() throws {
    var player = try Player()
    player.press("space")
    player.perform(.time(.seek(step: 30)))
    player.wait(1)
    #expect(!player.state.isCatchingUp)
    #expect(player.state.trails.paths.allSatisfy { $0.count == 1 })
    player.press("right", "right")
    #expect(player.state.trails.paths.allSatisfy { $0.count == 3 })
    player.press("x")
    player.wait(1)
    #expect(player.state.trails.paths.allSatisfy { $0.count == 1 })
  }

  @Test("training anew forgets what was measured of the old weights")
  func measurementsBelongToTheirTraining() throws {
    var experiment = Experiment.small
    experiment.model.kind = .learned
    var player = try Player(experiment)
    let trainer = player.state.stage.laboratory.trainer()
    let weights = TrainingReport(trainer: trainer)
    player.perform(.training(.trained(weights, stepsPerSecond: 1)))
    player.forget()
    player.wait(0.1)
    let request = player.effects.compactMap { effect -> QualityRequest? in
      if case .measure(let request) = effect { request } else { nil }
    }.first
    let asked = try #require(request)
    player.press("T")
    player.perform(.samples(.measured(asked.finished())))
    #expect(player.state.quality.measurement == nil)
  }
}
