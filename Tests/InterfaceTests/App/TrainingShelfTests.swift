import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Trainings that are put aside")
struct TrainingShelfTests {
  private static var learned: Experiment {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    return experiment
  }

  private func trained(steps: Int) throws -> Player {
    var player = try Player(Self.learned)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: steps)
    player.forget()
    return player
  }

  @Test("other data begins anew; undo brings the network back, to the last bit, and redo the other")
  func undoBringsTheNetworkBack() throws {
    var player = try trained(steps: 20)
    let weights = try #require(player.state.training.network)
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    #expect(player.state.training.steps == 0)
    var moons = try #require(player.startedTraining).trainer
    player.train(&moons, steps: 7)
    player.forget()
    player.press("u")
    #expect(player.state.training.network == weights)
    let resumed = try #require(player.startedTraining)
    #expect(!resumed.isPaused && resumed.trainer.weights as? Weights == weights)
    // The run of samples is that of the network that came back.
    let shown = player.state.stage.model.network
    #expect(shown == weights)
    player.press("U")
    #expect(player.state.training.network == moons.weights as? Weights)
  }

  @Test("choosing data again by the list finds its network too")
  func choosingAgainFindsTheNetwork() throws {
    var player = try trained(steps: 20)
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(-1)), .overlay(.accept))
    #expect(player.state.experiment.distribution == .named(.eightGaussians))
    #expect(player.state.training.steps == 20)
  }

  @Test("a fresh start is an edit: undo goes back to the weights before it")
  func aFreshStartCanBeUndone() throws {
    var player = try trained(steps: 20)
    let experiment = player.state.experiment
    player.press("T")
    #expect(player.state.training.steps == 0)
    #expect(player.state.experiment == experiment)
    player.press("u")
    #expect(player.state.training.steps == 20)
  }

  @Test("what was paused comes back paused, with the settings that hold now")
  func pausedComesBackPaused() throws {
    var player = try trained(steps: 20)
    player.press("t")
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    player.press(")")
    player.forget()
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(-1)), .overlay(.accept))
    let resumed = try #require(player.startedTraining)
    #expect(resumed.isPaused && player.state.training.activity == .paused)
    #expect(resumed.trainer.settings == player.state.experiment.training)
  }

  @Test("quitting asks about the networks put aside, and saving saves all of them")
  func quittingAsksAboutAll() throws {
    var player = try trained(steps: 20)
    player.perform(.overlay(.open(.distribution)), .overlay(.moveSelection(1)), .overlay(.accept))
    player.forget()
    player.press("q")
    #expect(player.state.overlay == .confirmQuit)
    player.press("w")
    let saves = player.effects.compactMap { effect -> (name: String, steps: Int)? in
      if case .saveWeights(let weights, let name) = effect { (name, weights.steps) } else { nil }
    }
    #expect(saves.map(\.name) == ["eight-gaussians"])
    #expect(!player.hasQuit)
    player.perform(.sharing(.saved(.weights(path: "a", name: "eight-gaussians", steps: 20))))
    #expect(player.hasQuit)
  }

  @Test("a shelf keeps the latest, within its number and its bytes")
  func shelvesAreBounded() {
    var shelf = Shelf<Int, String>(capacity: 3, memoryBudget: 100)
    for key in 1...3 { #expect(shelf.put("\(key)", for: key, bytes: 10).isEmpty) }
    #expect(shelf.put("2 again", for: 2, bytes: 10).isEmpty)
    #expect(shelf.keys == [1, 3, 2])
    #expect(shelf.put("4", for: 4, bytes: 10) == ["1"])
    #expect(shelf.put("5", for: 5, bytes: 95) == ["3", "2 again", "4"])
    #expect(shelf.put("6", for: 6, bytes: 1000) == ["5"])
    #expect(shelf.take(6) == "6" && shelf.take(6) == nil)
  }

  @Test("a screen can begin with weights: they are shown as they are, and trained on when asked")
  func beginningWithWeights() throws {
    var trainer = try Laboratory(Self.learned).trainer()
    for _ in 0..<30 { _ = trainer.step() }
    let weights = trainer.weights
    var state = try AppState(
      experiment: Self.learned, weights: weights, size: Size(columns: 80, rows: 24))
    let effects = state.begin()
    #expect(state.training.network == weights && state.training.activity == .paused)
    #expect(state.stage.model.network == weights)
    #expect(state.unsavedTrainings.isEmpty)
    guard case .startTraining(let resumed, isPaused: true) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect((resumed.weights as? Weights)?.parameters == weights.parameters)
    guard case .resumeTraining = state.update(.training(.toggleTraining)).first else {
      Issue.record("training does not go on")
      return
    }
  }

  @Test("weights of data of another size are shown but not trained on, and that is said")
  func beginningWithOtherWeights() throws {
    var other = Self.learned
    other.distribution = .named(.swissRoll)
    let weights = try Laboratory(other).trainer().weights
    var state = try AppState(
      experiment: Self.learned, weights: weights, size: Size(columns: 80, rows: 24))
    #expect(state.begin().isEmpty)
    #expect(state.notice?.tone == .warning)
    #expect(state.update(.training(.toggleTraining)).isEmpty)
    #expect(state.notice?.text.contains("T starts afresh") == true)
    guard case .startTraining(_, isPaused: false) = state.update(.training(.restartTraining)).first
    else {
      Issue.record("no fresh training")
      return
    }
  }
}
