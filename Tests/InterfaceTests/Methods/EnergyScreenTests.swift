import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Energy models on the screen")
struct EnergyScreenTests {
  private static func experiment(
    _ objective: EnergyObjective = .denoising, model: ModelSpecification.Kind = .exact
  ) -> Experiment {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(EnergySettings(objective: objective))
    experiment.sampler = SamplerSpecification(kind: .langevin, steps: 4)
    experiment.model.kind = model
    experiment.model.network.hidden = [16, 16]
    experiment.training.batch = 32
    return experiment
  }

  /// A player with a network that has made some steps.
  private static func trained(
    _ objective: EnergyObjective = .denoising, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try Player(experiment(objective, model: .learned), size: size)
    try player.command("pause")
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 20)
    player.press("r", "r")
    return player
  }

  private static func say(_ line: String, to player: inout Player) throws {
    try player.command(line)
    player.arrive()
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  @Test("the learned landscape is a ground where there is one, and only there")
  func landscape() throws {
    var player = try Self.trained()
    try Self.say("time 0.5", to: &player)
    try player.command("view ground landscape")
    #expect(Self.text(player).contains("learned energy"))
    let energy = try #require(player.state.words.plane.landscape(player.state))
    let learned = try #require(player.state.learnedEnergy)
    let place = Point(0.4, -0.3)
    #expect(
      energy([place])[0]
        == learned.energies(of: [place], at: player.state.frame.level)[0].energy)
    var plain = try Player()
    try plain.command("view ground landscape")
    #expect(!ViewOptions.Ground.landscape.isPossible(in: plain.state))
  }

  @Test("how many steps are taken is told, where some may be refused")
  func acceptance() throws {
    var player = try Self.trained()
    try Self.say("time 0.5", to: &player)
    #expect(Self.text(player).contains("accepted"))
    try player.command("set metropolis false")
    #expect(player.state.experiment.energy?.isMetropolis == false)
    try Self.say("time 0.5", to: &player)
    #expect(!Self.text(player).contains("accepted"))
    #expect(throws: UnknownName.self) { try player.command("set metropolis maybe") }
  }

  @Test("the negatives of contrastive divergence are a second cloud")
  func negatives() throws {
    var player = try Self.trained(.contrastiveDivergence)
    try Self.say("time 0.5", to: &player)
    try player.command("view score learned")
    #expect(Self.text(player).contains("the negatives"))
    var other = try Self.trained()
    try Self.say("time 0.5", to: &other)
    try other.command("view score learned")
    #expect(!Self.text(other).contains("the negatives"))
  }

  @Test("another objective begins another training")
  func objectives() throws {
    var player = try Self.trained()
    try player.command("set objective contrastive-divergence")
    #expect(player.state.training.steps == 0)
    let trainer = try #require(player.startedTraining?.trainer as? EnergyTrainer)
    #expect(trainer.objective == .contrastiveDivergence)
  }

  @Test(
    "every size draws within its frame",
    arguments: [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24)])
  func sizes(size: Size) throws {
    var player = try Self.trained(size: size)
    for (time, ground) in zip([1, 0.5, 0], ["landscape", "error", "density"]) {
      try player.command("view ground \(ground)")
      try Self.say("time \(time)", to: &player)
      let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
    }
  }
}
