import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("A session")
struct SessionTests {
  /// The screen that goes on with what is kept of another, once its script is done.
  private func resumed(_ state: AppState) throws -> AppState {
    let session = Session(state)
    let record = try JSONDecoder().decode(
      Session.Record.self, from: JSONEncoder().encode(session.record))
    #expect(record == session.record)
    let read = Session(record: record, weights: session.weights)
    var player = Player(from: try AppState(resuming: read, size: state.size))
    for line in read.script.lines {
      guard case .say(let text) = line.step else { continue }
      if text != "train on" { try say(text, to: &player) }
    }
    // The walk is caught up with frame by frame.
    for _ in 0..<100 where player.state.isCatchingUp { player.wait(1.0 / 30) }
    return player.state
  }

  private func say(_ text: String, to player: inout Player) throws {
    for action in try Command.actions(for: text, in: player.state) { player.perform(action) }
    player.arrive()
  }

  @Test("what random keys have made is there again, with all that can be undone", arguments: 1...6)
  func randomSessions(seed: Int) throws {
    var player = try Player()
    var stream = RandomStream(seed: UInt64(seed))
    let groups: Set<KeyBinding.Group> = [.time, .view, .schedule, .experiment]
    let bindings = KeyTable.all.filter { $0.isOfTheScreen && groups.contains($0.group) }
    for _ in 0..<60 {
      guard let binding = bindings.randomElement(using: &stream) else { continue }
      player.perform(binding.action)
      player.wait(1.0 / 30, work: 4000)
    }
    if player.state.playback.isPlaying { player.perform(.time(.togglePlay)) }
    player.arrive()
    for _ in 0..<100 where player.state.isCatchingUp { player.wait(1.0 / 30) }
    let state = player.state
    var other = try resumed(state)
    #expect(other.experiment == state.experiment)
    #expect(other.history.all == state.history.all)
    #expect(other.history.past.count == state.history.past.count)
    #expect(other.view == state.view)
    #expect(other.playback.step == state.playback.step)
    #expect(other.frame.points == state.frame.points)
    while other.history.canUndo { _ = other.update(.experiment(.undo)) }
    #expect(other.history.present.a.experiment == .small)
  }

  @Test(
    "of data of many points only as much of the past is kept as can be written every few seconds")
  func manyPoints() throws {
    var player = try Player()
    for number in 1...5 {
      var experiment = player.state.experiment
      let points = (0..<6000).map { Point(Double($0 % 100) / 50, Double($0 / 100 + number) / 50) }
      experiment.distribution = .points(points, labels: nil, source: "many.csv")
      player.perform(.experiment(.change(experiment)))
    }
    #expect(player.state.history.past.count == 5)
    let record = Session(player.state).record
    #expect(record.present == player.state.history.present)
    #expect(record.past == Array(player.state.history.past.suffix(3)))
  }

  @Test("both sides of a comparison come back, and the one in hand")
  func comparison() throws {
    var player = try Player()
    try say("compare linear cosine", to: &player)
    try say("side B", to: &player)
    try say("set steps 7", to: &player)
    let other = try resumed(player.state)
    #expect(other.isComparing && other.side == .b)
    #expect(other.history.present == player.state.history.present)
    #expect(other.experiment.sampler.steps == 7)
  }

  @Test("a drawing that is not used yet is on the board again")
  func drawing() throws {
    var player = try Player()
    player.perform(.draw(.begin), .draw(.clear), .draw(.stamp))
    let drawn = try #require(player.state.drawing)
    #expect(!drawn.sites.isEmpty)
    let other = try resumed(player.state)
    #expect(other.drawing?.sites == drawn.sites)
  }

  @Test("the network goes on from where it was, and is still to be saved")
  func network() throws {
    var experiment = Experiment.small
    experiment.model.kind = .learned
    experiment.model.network.hidden = [4]
    var player = try Player(experiment)
    var trainer = try #require(player.state.stage.laboratory.trainingProcess as? Trainer)
    player.train(&trainer, steps: 40)
    let weights = try #require(player.state.training.weights)
    var other = try resumed(player.state)
    #expect(other.training.steps == 40)
    let kept = try other.training.weights?.encoded()
    #expect(try kept == weights.encoded())
    #expect(!other.unsavedTrainings.isEmpty)
    let effects = other.begin()
    #expect(
      effects.contains { effect in
        if case .startTraining(let trainer, _) = effect { trainer.steps == 40 } else { false }
      })
  }
}
