import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Latents of many levels on the screen")
struct HierarchicalVAEScreenTests {
  private static func player(
    model: ModelSpecification.Kind = .exact,
    encoder: HierarchicalVAESettings.Encoder = .fixed, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(
      HierarchicalVAESettings(levels: 4, encoder: encoder))
    experiment.model.kind = model
    experiment.model.network.hidden = [8]
    experiment.training.batch = 32
    var player = try Player(experiment, size: size)
    try player.command("pause")
    return player
  }

  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  @Test("a run comes down the levels, and ends where the engine's run does")
  func exactRun() throws {
    var player = try Self.player()
    let laboratory = player.state.stage.laboratory
    #expect(player.state.stage.length(.reverse) == 4)
    try player.command("direction reverse")
    try player.command("end")
    player.arrive()
    let count = player.state.stage.startPoints.count
    #expect(player.state.frame.points == (try laboratory.generation(by: nil, count: count).run()))
  }

  @Test("the panel has the bound of the levels, and the study that of the diffusion they are")
  func bound() throws {
    var player = try Self.player()
    player.performsStudies = true
    let insight = try #require(HierarchyInsight(of: player.state))
    #expect(insight.levels == [1, 2, 3, 4])
    #expect(Self.text(player).contains("z4"))
    let seed = player.state.experiment.seed
    #expect(Self.text(player).contains("n \(insight.count), seed \(seed)"))
    try player.command("bound on")
    for _ in 0..<100 where player.state.studies.variationalBound?.isComplete != true {
      player.wait(0.03)
    }
    let study = try #require(player.state.studies.variationalBound?.bound)
    #expect(study.terms.count == 3)
    // Both are of the same levels, the panel's over a few points.
    let stage = try #require(player.state.stage.method as? HierarchicalVAEStage)
    var stream = Randomness(seed: 1).stream(.reference)
    let drawn = HierarchyBound(
      of: HierarchyBound.Subject(stage.process.exact, of: stage.process),
      on: player.state.stage.laboratory.mixture.draw(4000, from: &stream).points, from: &stream)
    #expect(abs(drawn.elbo.value + study.total.value) < 4 * drawn.elbo.error)
    let chance = 4 * drawn.elbo.error * (4000 / Double(stage.clean.count)).squareRoot()
    #expect(abs(insight.elbo - drawn.elbo.value) < chance)
  }

  @Test("behind an encoder that is learned there is no diffusion to be studied")
  func learned() throws {
    var player = try Self.player(model: .learned, encoder: .learned)
    #expect(player.state.noVariationalBound?.contains("set encoder fixed") == true)
    var trainer = try #require(player.startedTraining).trainer
    player.train(&trainer, steps: 5)
    let insight = try #require(HierarchyInsight(of: player.state))
    #expect(insight.isLearned && insight.divergences.count == 4)
    try player.command("set encoder fixed")
    #expect(player.state.experiment.hierarchy?.encoder == .fixed)
    #expect(player.state.noVariationalBound == nil)
  }

  @Test("both encoders stand side by side, with no more levels than the learned one can have")
  func comparison() throws {
    var player = try Self.player()
    try player.command("set levels \(player.state.experiment.schedule.timesteps)")
    try player.command("compare fixed learned")
    #expect(player.state.isComparing)
    let other = try #require(player.state.history.present[.b].experiment.hierarchy)
    #expect(other.encoder == .learned && other.levels <= HierarchicalVAESettings.mostLearned)
  }

  @Test("levels are typed; those that do not divide the schedule are refused, and nothing changes")
  func levels() throws {
    var player = try Self.player()
    try player.command("set levels 2")
    player.arrive()
    #expect(player.state.stage.length(.reverse) == 2)
    let before = player.state.experiment
    for word in ["7", "0", "many"] {
      do { try player.command("set levels \(word)") } catch {}
      #expect(player.state.experiment == before, "\(word)")
    }
  }

  @Test(
    "every size draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
    ])
  func sizes(size: Size) throws {
    var player = try Self.player(size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      try player.command("time 0.5")
      player.arrive()
      let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
    }
  }
}
