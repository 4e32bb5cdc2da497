import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Jumps that are drawn on the screen")
struct DiffusionGANScreenTests {
  private static func player(
    model: ModelSpecification.Kind = .exact, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(DiffusionGANSettings(jump: 10))
    experiment.model.kind = model
    experiment.model.network.hidden = [8]
    experiment.training.batch = 32
    var player = try Player(experiment, size: size)
    try player.command("pause")
    return player
  }

  private static func say(_ line: String, to player: inout Player) throws {
    try player.command(line)
    player.arrive()
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  /// A player whose networks have made some steps.
  private static func trained(
    size: Size = Size(columns: 120, rows: 40)
  ) throws -> (player: Player, weights: DiffusionGANWeights) {
    var player = try Self.player(model: .learned, size: size)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 5)
    player.press("r", "r")
    return (player, try #require(player.state.training.weights as? DiffusionGANWeights))
  }

  @Test("a run makes the jumps of the schedule, and ends where the engine's run does")
  func exactRun() throws {
    var player = try Self.player()
    let laboratory = player.state.stage.laboratory
    #expect(player.state.stage.length(.reverse) == 4)
    let start = player.state.stage.startPoints
    try Self.say("end", to: &player)
    let run = try laboratory.generation(by: nil, count: start.count)
    #expect(run.start == start)
    #expect(player.state.frame.points == run.run())
  }

  @Test("a particle shows where its jump should lead, and where model and Gaussian do")
  func looked() throws {
    var (player, weights) = try Self.trained()
    try Self.say("time 0.5", to: &player)
    let reading = try #require(player.state.frame.reading as? DrawnJump)
    let exact = try #require(reading.exact)
    let mixture = player.state.stage.laboratory.mixture
    let ladder = try #require(player.state.jumpFromHere).ladder
    let index = try #require(player.state.jumpFromHere).index
    #expect(index == 2 && reading.isLearned && reading.draws.count == DrawnJump.count)
    // The Gaussian of DDPM has the mean of the posterior: its own mean is exact, its form is not.
    let gaussian = try #require(reading.gaussian)
    #expect((gaussian.mean - exact.mean).length < 1e-4)
    #expect(gaussian.covariance.xx == ladder.posterior(ofJump: index).variance)
    let posterior = try #require(
      mixture.posterior(
        of: reading.point, at: ladder.levels[2], earlier: ladder.levels[3]))
    #expect(posterior.components.map(\.mean) == exact.components.map(\.mean))
    #expect(weights.networks.knows(ladder))
    try player.command("view score learned")
    for word in ["DDPM", "exact", "generator", "network", "floor"] {
      #expect(Self.text(player).contains(word), "\(word)")
    }
  }

  @Test("exact draws are as far from exact draws as others are")
  func floor() throws {
    var player = try Self.player()
    try Self.say("time 0.25", to: &player)
    let reading = try #require(player.state.frame.reading as? DrawnJump)
    let distances = try #require(reading.distances)
    #expect(!reading.isLearned)
    #expect(distances.draws < 3 * distances.floor && distances.floor < 3 * distances.draws)
  }

  @Test("the discriminator's ground is of the jump of the particle")
  func ground() throws {
    var (player, _) = try Self.trained()
    try Self.say("time 0.5", to: &player)
    #expect(ViewOptions.Ground.discriminator.isPossible(in: player.state))
    try player.command("view ground discriminator")
    #expect(Self.text(player).contains("1 real"))
  }

  @Test("the jump is typed; one that does not divide the schedule is refused, and nothing changes")
  func jump() throws {
    var player = try Self.player()
    try Self.say("set jump 20", to: &player)
    #expect(player.state.experiment.drawnJumps?.jump == 20)
    #expect(player.state.stage.length(.reverse) == 2)
    let before = player.state.experiment
    for word in ["15", "80", "far"] {
      do {
        try player.command("set jump \(word)")
      } catch {}
      #expect(player.state.experiment == before, "\(word)")
    }
  }

  @Test(
    "every size draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
    ])
  func sizes(size: Size) throws {
    var (player, _) = try Self.trained(size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      try Self.say("time 0.5", to: &player)
      let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
    }
  }

  @Test("What is read off a particle is kept while nothing moves, and is what would be read anew")
  func keptReading() throws {
    var (player, _) = try Self.trained()
    let lines = [
      "direction reverse", "step 2", "particle 3", "step 1", "training -1", "model exact",
    ]
    for line in lines {
      try Self.say(line, to: &player)
      let state = player.state
      let kept = try #require(state.frame.reading as? DrawnJump, "\(line)")
      let model = try #require(state.inspectedModel as? DiffusionGANModel)
      let particle = WatchedParticle(
        number: kept.number, point: kept.point, step: kept.occasion.step, next: kept.next)
      let anew = DrawnJump(particle, by: model, in: state)
      #expect(kept.occasion == anew.occasion, "\(line)")
      #expect(kept.draws == anew.draws && kept.exact == anew.exact, "\(line)")
      #expect(kept.distances?.draws == anew.distances?.draws, "\(line)")
    }
  }
}
