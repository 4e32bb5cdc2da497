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
      (.flowMatching, "x̂₀ = (xₜ − σₜ ε̂) / αₜ, β̃ₜ = βₜ", "x̂₁ = (xₜ − βₜ x̂₀) / αₜ, b̃ₜ = bₜ"),
      (.edm, "x̂₀ = (xₜ − σₜ ε̂) / αₜ, σ²", "ŷ = (x − sσ n̂) / s, s²σ²"),
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

  @Test(
    "Where names alone are not enough a lesson has words for a notation, and time is counted its way"
  )
  func ownWords() throws {
    let text = try LessonText(
      """
      At {{t = 1 | flow-matching: t = 0}} it is {{= β}} noise ε, at {time} not; α is {alpha}.

          {{v = E[ε | x] − E[x₀ | x] | flow-matching: u = E[x₁ | x] − E[x₀ | x]}}   α = {alpha}
      """)
    #expect(text.readings.map(\.description) == ["time", "alpha"])
    let measured = [text.readings[0]: 0.25, text.readings[1]: 0.5]
    func lines(_ notation: Notation) -> [String] {
      text.lines(width: 80, measured: measured, glyphs: .all(in: notation))
        .map { $0.runs.map(\.text).joined() }
    }
    #expect(
      lines(.ddpm) == [
        "At t = 1 it is β noise ε, at 0.250 not; α is 0.500.", "",
        "  v = E[ε | x] − E[x₀ | x]   α = 0.500",
      ])
    #expect(
      lines(.edm) == [
        "At t = 1 it is β noise n, at 0.250 not; s is 0.500.", "",
        "  v = E[n | x] − E[y | x]   s = 0.500",
      ])
    #expect(
      lines(.flowMatching) == [
        "At t = 0 it is β noise x₀, at 0.750 not; α is 0.500.", "",
        "  u = E[x₁ | x] − E[x₀ | x]   α = 0.500",
      ])
    #expect(text.markdown(measured, in: .flowMatching).contains("At t = 0 it is β noise x₀"))
  }
}

@Suite("What can be done, in every notation") struct NotationListTests {
  /// What no sentence may say, because it is called otherwise or is something else.
  private static let foreign: [Notation: [String]] = [
    .edm: ["x0", "x_t", "x_T", "alpha", "alpha-bar", "epsilon"],
    .flowMatching: ["x_t-1", "x_T", "alpha-bar", "epsilon", "sigma", "1 is noise", "0 is data"],
  ]

  private static func player(_ notation: Notation) throws -> Player {
    var player = try Player(size: Size(columns: 200, rows: 60))
    player.press("space")
    try player.say("set notation \(notation.id)")
    return player
  }

  private static func expectOwnWords(
    _ text: String, _ notation: Notation, _ place: Comment = ""
  ) {
    // Whole words: what is put in a name's place differs from it by a dash at least.
    let padded = " " + text.map { ",;:()|^'\n".contains($0) ? " " : String($0) }.joined() + " "
    for word in foreign[notation] ?? [] {
      #expect(!padded.contains(" \(word) "), "\(place) \(word): \(text)")
    }
  }

  @Test(
    "The help says its quantities in the notation's names, with every panel's words",
    arguments: [Notation.edm, .flowMatching])
  func help(notation: Notation) throws {
    var player = try Self.player(notation)
    for panel in Panel.all {
      player.state.focus = panel
      player.state.overlay = .help(scroll: 0)
      let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      Self.expectOwnWords(text, notation, "\(panel.id)")
    }
    player.state.focus = .plane
    player.state.overlay = .help(scroll: 0)
    let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(text.contains("DDPM's beta up, down a tenth"))
    #expect(text.contains(notation == .edm ? "p_t(x | y)" : "p_t(x | x1)"))
  }

  @Test(
    "Lists, the palette and the line of commands do, and what is typed stays",
    arguments: [Notation.edm, .flowMatching])
  func lists(notation: Notation) throws {
    let player = try Self.player(notation)
    for kind in Picker.Kind.all {
      for row in player.state.picker(kind).list.all {
        Self.expectOwnWords(row.summary, notation, "\(kind.id)")
      }
    }
    let palette = CommandPalette(player.state)
    for entry in palette.entries {
      Self.expectOwnWords(entry.summary, notation)
      if case .binding = entry.deed { Self.expectOwnWords(entry.title, notation) }
    }
    #expect(palette.entries.contains { $0.title == "view curve alpha-bar" })
    var search = palette
    search.search("alpha-bar, log-SNR")
    let found = try #require(search.chosen)
    #expect(found.title.hasPrefix("curve: DDPM's beta, "), "\(found.title) is found as before")
    let line = LineEditor(text: "set guidance interval 0.3 5")
    let wanted = notation == .edm ? "the sigma between" : "the beta / alpha between"
    #expect(line.summary(in: player.state)?.contains(wanted) == true)
  }

  @Test("Where nothing is noised its own letters stay")
  func ownLetters() throws {
    var experiment = Experiment.small
    experiment.methodSpecification = MethodSpecification(VAESettings())
    experiment.notation = .flowMatching
    var player = try Player(experiment, size: Size(columns: 200, rows: 60))
    player.press("space")
    try player.say("panel latents")
    player.press("?")
    let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    let line = text.split(separator: "\n").first { $0.contains("the weight of the divergence") }
    #expect(line?.contains("beta") == true && line?.contains("DDPM") == false, "\(text)")
  }
}
