import Diffusion
import Testing

@testable import Interface

@Suite("Prompts of a method's own words")
struct MethodPromptTests {
  private static func player() throws -> Player {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(LatentSettings())
    experiment.distribution = .named(.digits)
    experiment.sampler = SamplerSpecification(kind: .ddim, steps: 4)
    return try Player(experiment)
  }

  private static func settings(_ player: Player) throws -> LatentSettings {
    try #require(player.state.experiment.methodSettings as? LatentSettings)
  }

  @Test("the key of the prompt asks in the method's words, and undo takes it back")
  func thePromptKey() throws {
    var player = try Self.player()
    player.press("A")
    #expect(player.line?.text == "prompt red seven")
    player.write("blue two")
    player.press("enter")
    #expect(try Self.settings(player).prompt == "blue two")
    #expect(player.state.experiment.guidance == nil)
    #expect(player.state.playback.direction == .reverse)
    player.press("u")
    #expect(try Self.settings(player).prompt == "red seven")
    try player.say("prompt")
    #expect(try Self.settings(player).prompt.isEmpty)
  }

  @Test("unknown words and two digits at once are refused, and the prompt stays")
  func refusals() throws {
    var player = try Self.player()
    for line in ["prompt red sevn", "prompt two seven", "prompt seven not"] {
      #expect(throws: CommandError.self) { try player.command(line) }
      #expect(try Self.settings(player).prompt == "red seven")
    }
  }

  @Test("the keys and the command of the weight are those of guidance, within the method's range")
  func theWeight() throws {
    var player = try Self.player()
    let before = try Self.settings(player).promptWeight
    player.press("'")
    #expect(try Self.settings(player).promptWeight == before + 0.5)
    player.press(";", ";")
    #expect(try Self.settings(player).promptWeight == before - 0.5)
    try player.say("set guidance weight 4")
    #expect(try Self.settings(player).promptWeight == 4)
    #expect(throws: CommandError.self) { try player.command("set guidance weight 21") }
    for _ in 0..<100 { player.press(";") }
    #expect(try Self.settings(player).promptWeight == 0)
  }

  @Test("a word is completed where it is being written")
  func completion() throws {
    let player = try Self.player()
    let prompt = try #require(player.state.methodPrompt)
    let experiment = player.state.experiment
    #expect(prompt.grown("red se", in: experiment) == ["red seven"])
    #expect(prompt.grown("", in: experiment) == prompt.words(experiment))
  }
}
