import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The notation of the screen") struct NotationTests {
  private static func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  private static func player() throws -> Player {
    var player = try Player(size: Size(columns: 140, rows: 44))
    player.press("space")
    try player.say("direction reverse")
    try player.say("time 0.6")
    player.arrive()
    return player
  }

  @Test("One key leads through all of them and back, and nothing else changes")
  func key() throws {
    var player = try Self.player()
    let before = player.state
    var seen: [Notation] = []
    for _ in Notation.allCases {
      player.press("!")
      seen.append(player.state.experiment.notation ?? .ddpm)
      #expect(player.state.frame.points == before.frame.points, "the run goes on")
      #expect(player.state.stage.run == before.stage.run)
      #expect(player.state.notice?.text.contains("notation") == true)
    }
    #expect(Set(seen) == Set(Notation.allCases) && seen.last == .ddpm)
    player.press("u")
    #expect(player.state.experiment.notation == seen[seen.count - 2])
  }

  @Test("Levels are named and counted as each notation does")
  func levels() throws {
    var player = try Self.player()
    let (time, level) = (player.state.frame.time, player.state.frame.level)
    let header = { (player: Player) in String(Self.text(player).prefix(140)) }
    #expect(header(player).contains("t \(Text.fixed(time, decimals: 3, width: 5))"))
    #expect(header(player).contains(Glyphs.braille.alphaBar))
    try player.say("set notation edm")
    #expect(header(player).contains("σ"))
    #expect(header(player).contains(Text.short(level.relativeSigma)))
    try player.say("set notation flow-matching")
    #expect(header(player).contains("t \(Text.fixed(1 - time, decimals: 3, width: 5))"))
    #expect(header(player).contains("β"))
  }

  @Test("Formulas have the names of the notation")
  func formulas() throws {
    var player = try Self.player()
    try player.say("panel particle")
    try player.say("view solo on")
    #expect(Self.text(player).contains("x_t ") && Self.text(player).contains("ε"))
    try player.say("set notation edm")
    #expect(!Self.text(player).contains("x_t") && !Self.text(player).contains("ε "))
    try player.say("set notation flow-matching")
    #expect(Self.text(player).contains("x_0 ("), "noise is x_0")
  }

  @Test(
    "Words are relabelled whole and all at once, and what is typed stays",
    arguments: [
      (Notation.ddpm, "p(x0 | x_t), ᾱₜ, beta", "p(x0 | x_t), ᾱₜ, beta"),
      (.flowMatching, "p(x0 | x_t), ᾱₜ, beta", "p(x1 | x_t), αₜ², DDPM's beta"),
      (.flowMatching, "xₜ = αₜ x₀ + σₜ ε", "xₜ = αₜ x₁ + βₜ x₀"),
      (.edm, "xₜ = αₜ x₀ + σₜ ε", "x = s y + sσ n"),
      (.edm, "alphabet, last-alpha-bar, alpha-bar", "alphabet, last-alpha-bar, s^2"),
    ])
  func words(notation: Notation, text: String, wanted: String) {
    #expect(Relabelling(notation)(text) == wanted)
  }

  @Test("Lessons speak the notation of their page, but for code and figures")
  func lessons() throws {
    let text = try LessonText(
      """
      The noise has σ, say `view curve alpha-bar`: {alpha-bar}.

          xₜ = αₜ x₀ + σₜ ε
      """)
    let lines = text.lines(width: 60, measured: [:], glyphs: .all(in: .flowMatching))
      .map { $0.runs.map(\.text).joined() }
    #expect(lines[0] == "The noise has β, say view curve alpha-bar: ….")
    #expect(lines.last?.contains("xₜ = αₜ x₁ + βₜ x₀") == true)
  }
}
