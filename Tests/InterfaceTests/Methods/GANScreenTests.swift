import Diffusion
import Foundation
import Testing
import TextScreen

@testable import Interface

@Suite("A GAN on the screen")
struct GANScreenTests {
  private static func player(
    _ settings: GANSettings = GANSettings(), model: ModelSpecification.Kind = .exact,
    size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(settings)
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
    steps: Int = 5, size: Size = Size(columns: 120, rows: 40)
  ) throws -> (player: Player, weights: GANWeights) {
    var player = try Self.player(model: .learned, size: size)
    var trainer = try #require(player.startedTraining).trainer
    #expect(trainer is GANTrainer)
    player.train(&trainer, steps: steps)
    return (player, try #require(player.state.training.weights as? GANWeights))
  }

  @Test("latents become samples one after the other, and data latents on the way forward")
  func exactRun() throws {
    var player = try Self.player()
    let stage = try #require(player.state.stage.method as? GANStage)
    let (latents, exact) = (stage.draws.latents, stage.process.exact)
    try Self.say("start", to: &player)
    #expect(player.state.frame.points == latents)
    try Self.say("time 0.5", to: &player)
    let half = latents.count / 2
    #expect(
      player.state.frame.points == exact.points(of: Array(latents[..<half])) + latents[half...])
    try Self.say("end", to: &player)
    #expect(player.state.frame.points == exact.points(of: latents))
    try Self.say("direction forward", to: &player)
    try Self.say("end", to: &player)
    #expect(player.state.frame.points == stage.draws.codes)
  }

  @Test("networks are trained live, followed, and what the discriminator says is told")
  func learned() throws {
    var (player, weights) = try Self.trained()
    player.press("r", "r")
    try Self.say("end", to: &player)
    let latents = player.state.stage.startPoints
    #expect(player.state.frame.points == weights.networks.points(of: latents))
    let text = Self.text(player)
    for word in ["discriminator", "data ", "samples ", "loss ", "blind", "line: of data"] {
      #expect(text.contains(word), "\(word)")
    }
    let insight = try #require(DiscriminatorInsight(of: player.state))
    let stage = try #require(player.state.stage.method as? GANStage)
    #expect(insight.data[0] == weights.networks.verdicts(at: [stage.draws.data[0]])[0])
    #expect(insight.samples.count == insight.data.count)
  }

  @Test("a discriminator that cannot tell anything has the loss ln 2")
  func blind() throws {
    let (player, weights) = try Self.trained(steps: 1)
    let insight = try #require(DiscriminatorInsight(of: player.state))
    let logits = weights.networks.logits(at: [.zero])
    #expect(logits[0] != 0)
    let costs =
      insight.data.map { -log($0) } + insight.samples.map { -log(1 - $0) }
    #expect(abs(costs.reduce(0, +) / Double(costs.count) - insight.loss) < 1e-9)
  }

  @Test("what the discriminator says of places is shaded once there is one")
  func ground() throws {
    var player = try Self.player()
    #expect(!ViewOptions.Ground.discriminator.isPossible(in: player.state))
    player = try Self.trained().player
    let judged =
      "n \(min(256, player.state.experiment.particles)), seed \(player.state.experiment.seed)"
    #expect(Self.text(player).contains("r1 · \(judged)"))
    try Self.say("end", to: &player)
    #expect(ViewOptions.Ground.discriminator.isPossible(in: player.state))
    func plane() -> Surface {
      var surface = Surface(size: Size(columns: 78, rows: 36))
      PlanePanel.draw(player.state, on: &surface, in: surface.bounds)
      return surface
    }
    let plain = plane()
    try player.command("view ground discriminator")
    #expect(plane() != plain)
    #expect(Self.text(player).contains("1 real"))
    #expect(
      [0, 0.5, 1].map(DiscriminatorMap.shade) == [0, Ink.densitySteps / 2, Ink.densitySteps - 1])
  }

  @Test("the stabilizer is typed and stepped by a key")
  func stabilizer() throws {
    var player = try Self.player()
    try player.command("set stabilizer none")
    #expect(player.state.experiment.adversaries?.stabilizer == GANStabilizer.none)
    player.press("b")
    #expect(player.state.experiment.adversaries?.stabilizer == .instanceNoise)
    let before = player.state.experiment
    do {
      try player.command("set stabilizer spectral")
      Issue.record("nothing was refused")
    } catch {
      #expect("\(error)".contains("there is no stabilizer 'spectral'"), "\(error)")
    }
    #expect(player.state.experiment == before)
  }

  @Test(
    "every size draws within its frame",
    arguments: [
      Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 200, rows: 60),
    ])
  func sizes(size: Size) throws {
    var (player, _) = try Self.trained(steps: 2, size: size)
    for panel in player.state.sidePanels {
      try player.command("panel \(panel.id)")
      try Self.say("time 0", to: &player)
      let rows = Self.text(player).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(rows.count <= size.rows && rows.allSatisfy { $0.count <= size.columns })
    }
  }
}
