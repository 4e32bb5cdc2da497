import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("A variational auto-encoder on the screen")
struct VAEScreenTests {
  private static func experiment(
    _ settings: VAESettings = VAESettings(), model: ModelSpecification.Kind = .exact
  ) -> Experiment {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(settings)
    experiment.model.kind = model
    experiment.model.network.hidden = [8]
    return experiment
  }

  private static func player(
    _ experiment: Experiment, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
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

  /// A player whose network has made some steps.
  private static func trained(
    _ settings: VAESettings = VAESettings(), steps: Int = 30,
    size: Size = Size(columns: 120, rows: 40)
  ) throws -> (player: Player, weights: VAEWeights) {
    var player = try Self.player(experiment(settings, model: .learned), size: size)
    var trainer = try #require(player.startedTraining).trainer
    #expect(trainer is VAETrainer)
    player.train(&trainer, steps: steps)
    return (player, try #require(player.state.training.weights as? VAEWeights))
  }

  @Test("latents become samples by the exact map", arguments: [1, 2])
  func exactRun(latents: Int) throws {
    var player = try Self.player(Self.experiment(VAESettings(latents: latents)))
    let stage = try #require(player.state.stage.method as? VAEStage)
    let noise = stage.process.noise(
      count: stage.draws.latents.count, in: player.state.stage.laboratory)
    let exact = stage.process.exact
    try Self.say("start", to: &player)
    #expect(player.state.frame.points == stage.draws.latents)
    try Self.say("time 0.5", to: &player)
    #expect(player.state.frame.points == exact.means(of: stage.draws.latents))
    try Self.say("end", to: &player)
    #expect(player.state.frame.points == exact.points(of: stage.draws.latents, noise: noise))
  }

  @Test("on the way forward data become the latents of the exact map")
  func forwardRun() throws {
    var player = try Self.player(Self.experiment())
    try Self.say("direction forward", to: &player)
    try Self.say("start", to: &player)
    let stage = try #require(player.state.stage.method as? VAEStage)
    #expect(player.state.frame.points == stage.draws.data)
    try Self.say("end", to: &player)
    #expect(player.state.frame.points == stage.draws.codes)
  }

  @Test("networks are trained live, followed, and what they make of data is told")
  func learned() throws {
    var (player, weights) = try Self.trained()
    player.press("r", "r")
    try Self.say("end", to: &player)
    let process = try #require(player.state.stage.laboratory.vae)
    let latents = player.state.stage.startPoints
    let noise = process.noise(count: latents.count, in: player.state.stage.laboratory)
    #expect(player.state.frame.points == weights.networks.points(of: latents, noise: noise))
    let text = Self.text(player)
    for word in ["latents", "rec ", "kl ", "elbo", "exact", "z1 kl", "z2 kl", "of the decoder"] {
      #expect(text.contains(word), "\(word)")
    }
    let insight = try #require(LatentInsight(of: player.state))
    for number in 0..<2 {
      let parts = insight.parts(of: number)
      let closed = (parts.square + parts.variance - 1 - parts.logarithm) / 2
      #expect(abs(closed - insight.bound.klPerDimension[number].value) < 1e-9)
    }
  }

  @Test("a latent that tells nothing is called collapsed")
  func collapse() throws {
    let (player, _) = try Self.trained(
      VAESettings(latents: 1, beta: 100, spread: .fixed(3)), steps: 400)
    #expect(Self.text(player).contains("collapsed"))
    let experiment = player.state.experiment
    #expect(
      Self.text(player).contains(
        "1 number · n \(min(256, experiment.particles)), seed \(experiment.seed)"))
  }

  @Test(
    "beta is typed, stepped by a key and dragged by the mouse",
    arguments: [
      Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
    ])
  func slider(size: Size) throws {
    var player = try Self.player(Self.experiment(), size: size)
    try player.command("set beta 0.5")
    #expect(player.state.experiment.autoEncoder?.beta == 0.5)
    player.press("b")
    #expect(player.state.experiment.autoEncoder?.beta == 1)
    try player.command("panel latents")
    let rect = try #require(ScreenLayout(player.state).rect(of: .latents))
    let row = LatentsPanel.sliderRow(in: rect)
    let ruler = VAEBeta.slider.ruler(in: row)
    let mouse = { (kind: Mouse.Kind, column: Int) in
      Action.mouse(Mouse(kind, column: column, row: row.y))
    }
    player.perform(mouse(.press, ruler.x))
    #expect(player.state.experiment.autoEncoder?.beta == 0)
    #expect(player.state.drag == .slider(.latents))
    player.perform(mouse(.drag, ruler.maxX - 1), mouse(.release, ruler.maxX - 1))
    #expect(player.state.experiment.autoEncoder?.beta == 10 && player.state.drag == nil)
    // The whole drag is one entry of the history.
    player.press("u")
    #expect(player.state.experiment.autoEncoder?.beta == 1)
  }

  @Test(
    "what cannot be set is told, and changes nothing",
    arguments: [
      ("set beta -1", "beta must be from 0 to 100"), ("set latents 0", "latents must be 1 or 2"),
      ("set spread wide", "spread must be learned, or from"),
    ])
  func refused(line: String, words: String) throws {
    var player = try Self.player(Self.experiment())
    let before = player.state.experiment
    do {
      try player.command(line)
      Issue.record("nothing was refused")
    } catch {
      #expect("\(error)".contains(words), "\(error)")
    }
    #expect(player.state.experiment == before)
  }

  @Test(
    "every size and number of latents draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40),
      Size(columns: 200, rows: 60),
    ], [1, 2])
  func sizes(size: Size, latents: Int) throws {
    var (player, _) = try Self.trained(VAESettings(latents: latents), steps: 5, size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      for time in [1, 0.3, 0] {
        try Self.say("time \(time)", to: &player)
        let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
      }
    }
  }
}
