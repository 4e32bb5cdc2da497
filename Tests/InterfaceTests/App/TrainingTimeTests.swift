import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Training time")
struct TrainingTimeTests {
  private static var learned: Experiment {
    var experiment = Experiment.small
    experiment.model = ModelSpecification(
      kind: .learned, network: NetworkSpecification(hidden: [4]))
    experiment.training.batch = 4
    return experiment
  }

  /// A screen whose network has reported after every eight of so many steps.
  private func trained(steps: Int) throws -> (player: Player, trainer: any TrainingProcess) {
    var player = try Player(Self.learned)
    var trainer = try #require(player.startedTraining).trainer
    for _ in 0..<steps / 8 { player.train(&trainer, steps: 8) }
    player.forget()
    return (player, trainer)
  }

  @Test("snapshots are evenly spaced, bounded in number and bytes, and found by their steps")
  func snapshotsAreBounded() throws {
    var trainer = try Laboratory(Self.learned).trainer()
    let first = trainer.weights
    var snapshots = Snapshots()
    snapshots.add(first)
    for _ in 0..<4000 {
      _ = trainer.step()
      if trainer.steps.isMultiple(of: 4) { snapshots.add(trainer.weights) }
    }
    #expect((Snapshots.capacity / 2...Snapshots.capacity).contains(snapshots.items.count))
    #expect(snapshots.bytes <= Snapshots.memoryBudget)
    #expect(snapshots.items.first as? Weights == first)
    let gaps = zip(snapshots.items, snapshots.items.dropFirst()).map { $1.steps - $0.steps }
    #expect(Set(gaps) == [snapshots.spacing])
    let near = try #require(snapshots.nearest(to: 1234))
    #expect(abs(near.steps - 1234) <= snapshots.spacing / 2)
    snapshots.truncate(after: 1000)
    #expect(snapshots.items.last.map { $0.steps <= 1000 } == true)
  }

  @Test("going back shows the field and samples of the network as it was, and now is now again")
  func goingBack() throws {
    var (player, trainer) = try trained(steps: 80)
    let now = try #require(player.state.training.network)
    player.perform(.trainingTime(.rewind(to: 24)))
    #expect(player.state.learnedDenoiser?.weights.steps == 24)
    #expect(player.state.isRedrawing && !player.state.playback.isPlaying)
    player.wait(0.1)
    let past = player.state.frame.points
    #expect(player.state.frame.time == 0)
    // Training goes on meanwhile and does not disturb what is looked at.
    player.train(&trainer, steps: 8)
    player.wait(0.1)
    #expect(player.state.frame.points == past)
    player.press("page-down", "page-down")
    #expect(player.state.training.shownSteps == 40)
    player.wait(0.1)
    #expect(player.state.frame.points != past)
    player.perform(.trainingTime(.rewind(to: .max)))
    #expect(player.state.training.shownSteps == nil)
    #expect(player.state.learnedDenoiser?.weights.steps == 88)
    #expect(now.steps == 80)
  }

  @Test("every press goes one network back at the data's end, however the run stood")
  func pressesGoBackOneByOne() throws {
    for isPlayingForward in [true, false] {
      var player = try trained(steps: 80).player
      if !isPlayingForward { player.press("space", "r", "end") }
      #expect(player.state.playback.isPlaying == isPlayingForward)
      var shown: [Int] = []
      for _ in 0..<3 {
        player.press("page-up")
        player.wait(0.1)
        shown.append(try #require(player.state.training.shownSteps))
        #expect(player.state.frame.time == 0 && !player.state.playback.isPlaying)
        #expect(player.state.frame.points == player.state.redrawnPoints)
      }
      #expect(shown == [72, 64, 56])
      player.press("page-down", "page-down", "page-down")
      #expect(player.state.training.shownSteps == nil)
    }
  }

  @Test("snapshots that are thinned out do not lead a press back to later networks")
  func thinningMovesNothing() throws {
    var (player, trainer) = try trained(steps: 8 * Snapshots.capacity)
    player.press("page-up", "page-up")
    let shown = try #require(player.state.training.shownSteps)
    let weights = player.state.training.shownNetwork
    for _ in 0..<4 { player.train(&trainer, steps: 8) }
    #expect(!player.state.training.snapshots.items.contains { $0.steps == shown })
    #expect(player.state.training.shownNetwork == weights)
    player.press("page-up")
    #expect(player.state.training.shownSteps.map { $0 < shown } == true)
  }

  @Test("a redrawn cloud is what few steps from the same noise with that network give")
  func redrawsAreDeterministic() throws {
    var (player, _) = try trained(steps: 40)
    player.perform(.trainingTime(.rewind(to: 16)))
    player.wait(0.1)
    let shown = player.state.frame.points
    let laboratory = player.state.stage.laboratory
    let weights = try #require(player.state.training.snapshots.nearest(to: 16) as? Weights)
    let grid = GridKind.trailing.grid(on: laboratory.schedule, steps: Redraw.steps)
    let process = ReverseProcess(
      denoiser: LearnedDenoiser(weights: weights), sampler: .ddim, grid: grid,
      randomness: laboratory.experiment.randomness)
    #expect(shown == process.run(from: laboratory.start(count: shown.count)))
  }

  @Test("samples are drawn anew from fixed noise while the network learns, at any level")
  func redrawingWhileTraining() throws {
    var (player, trainer) = try trained(steps: 16)
    player.press("K")
    player.wait(0.1)
    let before = player.state.frame.points
    player.train(&trainer, steps: 8)
    player.wait(0.1)
    #expect(player.state.frame.points != before)
    player.perform(.time(.seekTime(1)))
    player.wait(0.1)
    #expect(player.state.frame.points == player.state.stage.startPoints)
    player.press("space")
    #expect(player.state.playback.isPlaying && player.state.frame.step == 0)
    player.press("K", "K")
    player.wait(1)
    #expect(player.state.frame.target == nil)
  }

  @Test("training can be resumed from an earlier network; undo brings the later one back")
  func resumingFromThen() throws {
    var (player, trainer) = try trained(steps: 80)
    player.perform(.trainingTime(.rewind(to: 24)))
    player.press("R")
    let started = try #require(player.startedTraining)
    #expect(started.trainer.steps == 24 && !started.isPaused)
    #expect(player.state.training.steps == 24 && player.state.training.shownSteps == nil)
    #expect(player.state.training.snapshots.items.allSatisfy { $0.steps <= 24 })
    #expect(player.state.notice?.text.contains("optimizer begins afresh") == true)
    // The run on the screen asks the network that goes on, not the later one.
    #expect(player.state.stage.model.weights?.steps == 24)
    player.wait(1)
    #expect(player.state.frame.time == 0 && player.state.frame.target == nil)
    var reverse = player.state.stage.restarted(with: player.state.training.weights)
    reverse.extend(.reverse, by: .max)
    #expect(player.state.frame.points == reverse.reversePoints(at: reverse.length(.reverse)))
    player.press("u")
    #expect(player.state.training.steps == 80)
    #expect(player.state.training.network == trainer.weights as? Weights)
    trainer = started.trainer
  }

  @Test("the slider is dragged by the mouse and says the step and the memory")
  func theSliderIsDragged() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var (player, _) = try trained(steps: 80)
      player.perform(.program(.resized(size)))
      let ruler = ScreenLayout(player.state).trainingRuler
      player.perform(.mouse(Mouse(.press, column: ruler.x + ruler.width / 2, row: ruler.y)))
      #expect(player.state.training.shownSteps == 40)
      player.perform(.mouse(Mouse(.drag, column: ruler.x - 5, row: ruler.y + 3)))
      #expect(player.state.training.shownSteps == 8)
      player.perform(.mouse(Mouse(.drag, column: ruler.maxX + 5, row: ruler.y)))
      #expect(player.state.training.shownSteps == nil)
      player.perform(.mouse(Mouse(.release, column: ruler.maxX + 5, row: ruler.y)))
      player.perform(.trainingTime(.rewind(to: 16)))
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      #expect(picture.contains(" step 16 ") && picture.contains("10 snapshots, 0.0 MB"))
    }
  }
}
