import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Two experiments side by side")
struct CompareTests {
  /// A screen that compares by the words of the command line.
  static func comparing(
    _ words: String, size: Size = Size(columns: 120, rows: 40)
  ) throws -> Player {
    var player = try Player(size: size)
    player.press("space")
    try player.say("compare \(words)")
    return player
  }

  @Test("every comparison of the list opens, runs, shows both sides and can be undone")
  func everyComparisonOpens() throws {
    for preset in ContrastPreset.allCases {
      var player = try Player()
      try player.say("compare \(preset.words.replacing("10 100", with: "5 20"))")
      #expect(player.state.isComparing)
      player.wait(0.5)
      let state = player.state
      #expect(state.other?.frame.points.count == state.frame.points.count)
      let picture = ScreenPicture.draw(state: state, glyphs: .braille).plainText
      #expect(picture.contains("▸A  ") && picture.contains(" B  "))
      player.press("u")
      #expect(!player.state.isComparing && player.state.experiment == .small)
      player.press("U")
      #expect(player.state.isComparing)
    }
  }

  @Test("both sides have the same data, start and noise")
  func drawsAreShared() throws {
    var player = try Self.comparing("ddpm ddim")
    player.perform(.time(.seek(step: 0)))
    #expect(player.state.frame.points == player.state.other?.frame.points)
    player.press("r", "home")
    player.wait(0.2)
    #expect(player.state.frame.points == player.state.other?.frame.points)
    player.press("x")
    #expect(player.state.turnedRound.experiment.seed == player.state.experiment.seed)
    player.perform(.time(.seek(step: 0)))
    #expect(player.state.frame.points == player.state.other?.frame.points)
  }

  @Test("one clock: scrubbing and playing keep both sides at the same time")
  func timeIsShared() throws {
    var player = try Self.comparing("steps 5 20")
    player.press("r")
    for time in [1, 0.8, 0.5, 0.21, 0] {
      player.perform(.time(.seekTime(time)))
      player.wait(0.5)
      let (front, behind) = (player.state.frame, try #require(player.state.other).frame)
      // Neither side is more than one of its own steps away.
      #expect(abs(front.time - time) <= 0.11)
      #expect(abs(behind.time - front.time) <= 0.05)
    }
    player.press("home", "space")
    var times: Set<Double> = []
    for _ in 0..<100 {
      player.wait(1.0 / 30)
      let (front, behind) = (player.state.frame, try #require(player.state.other).frame)
      times.insert(behind.time)
      #expect(behind.direction == front.direction)
      #expect(abs(behind.time - front.time) <= 0.2 + 1e-9)
    }
    // The side with more steps does not move in the leaps of the other.
    #expect(times.count > 10)
  }

  @Test("noising beside denoising are at the same level and turn round together")
  func mirroredSidesShareTheLevel() throws {
    var player = try Self.comparing("forward reverse")
    player.perform(.time(.seekTime(0.5)))
    player.wait(1)
    #expect(player.state.frame.direction == .forward)
    #expect(player.state.other?.frame.direction == .reverse)
    #expect(player.state.other?.frame.level == player.state.frame.level)
    player.press("r")
    player.wait(1)
    #expect(player.state.frame.direction == .reverse)
    #expect(player.state.other?.frame.direction == .forward)
    #expect(player.state.other?.frame.level == player.state.frame.level)
  }

  @Test("edits act on the side in hand, and undo takes them back from there")
  func editsActOnTheSideInHand() throws {
    var player = try Self.comparing("linear cosine")
    let before = player.state.history.present
    player.press("|")
    #expect(player.state.side == .b)
    #expect(player.state.experiment.schedule.kind == .cosine)
    player.perform(.overlay(.open(.sampler)), .overlay(.moveSelection(1)), .overlay(.accept))
    #expect(player.state.history.present.a == before.a)
    #expect(player.state.history.present.b?.experiment.sampler.kind == .ddim)
    player.press("tab", "tab", "|")
    #expect(player.state.side == .a)
    player.press("u")
    #expect(player.state.history.present == before)
  }

  @Test("leaving a comparison keeps the side in hand as it is")
  func leavingKeepsTheSideInHand() throws {
    var player = try Self.comparing("linear cosine")
    player.press("|")
    player.perform(.time(.seek(step: 20)))
    player.wait(0.5)
    let points = player.state.frame.points
    try player.say("compare off")
    player.wait(0.5)
    #expect(!player.state.isComparing && player.state.side == .a)
    #expect(player.state.experiment.schedule.kind == .cosine)
    #expect(player.state.frame.points == points)
    player.press("u")
    #expect(player.state.history.present.a.experiment.schedule.kind == .linear)
    #expect(player.state.isComparing)
  }

  @Test("a click on the other plane takes it in hand, and the frame says so without colour")
  func clickingTakesInHand() throws {
    for size in [
      Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), .init(columns: 200, rows: 60),
    ] {
      var player = try Self.comparing("exact learned", size: size)
      let beside = ScreenLayout(player.state).planeBeside
      let (column, row) = (beside.x + beside.width / 2, beside.y + beside.height / 2)
      player.perform(.mouse(Mouse(.press, column: column, row: row)))
      player.perform(.mouse(Mouse(.release, column: column, row: row)))
      #expect(player.state.side == .b)
      let picture = ScreenPicture.draw(state: player.state, glyphs: .ascii)
      let mark = { (rect: Rect) in picture[rect.x + 1, rect.y].unicodeScalar }
      let layout = ScreenLayout(player.state)
      #expect(layout.plane == beside && mark(layout.plane) == ">")
      #expect(mark(layout.planeBeside) == " ")
    }
  }

  @Test("a comparison opens on A and B, and one frame alone has the mark of the keys")
  func comparisonsOpenOnBothSides() throws {
    for size in [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)] {
      var player = try Player(size: size)
      player.press("space", "tab")
      try player.say("compare linear cosine")
      let marks = { (player: Player) in
        ScreenPicture.draw(state: player.state, glyphs: .braille).plainText.count { $0 == "▸" }
      }
      #expect(player.state.focus == .plane)
      #expect(!ScreenLayout(player.state).planeBeside.isEmpty)
      #expect(marks(player) == 1)
      player.press("tab")
      #expect(player.state.side == .b && marks(player) == 1)
      player.press("tab")
      #expect(player.state.focus == .schedule && marks(player) == 1)
      let picture = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      #expect(picture.contains(#/▸schedule: \S+ B /#))
    }
  }

  @Test("the table has all its rows at 80 x 24, in two columns, and says what is waited for")
  func theTableFits() throws {
    var player = try Self.comparing("linear cosine", size: Size(columns: 80, rows: 24))
    let text = { (player: Player) in
      ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    }
    let names = ComparisonTable(player.state).rows.map(\.name)
    #expect(names.count == 9 && names.dropLast().allSatisfy { text(player).contains($0) })
    #expect(text(player).contains("not judged "))
    player.state.quality.measurement = try PanelsFixture.measurement(missing: 0)
    #expect(text(player).contains("B not judged "))
    let measured = player.state.scene.quality.measurement
    player.state.other?.quality.measurement = measured
    #expect(text(player).contains("n 400 "))
    // What is the same differs by nothing.
    #expect(ComparisonTable(player.state).rows[0].cells[2] == "0")
    #expect(!text(player).contains("-0."))
  }

  @Test("measurements come back to the side they were asked for")
  func measurementsFindTheirSide() throws {
    var player = try Self.comparing("linear cosine")
    player.forget()
    player.wait(0.1)
    let requests = player.effects.compactMap { effect -> QualityRequest? in
      if case .measure(let request) = effect { request } else { nil }
    }
    #expect(Set(requests.map(\.side)) == [.a, .b])
    for request in requests { player.perform(.samples(.measured(request.finished()))) }
    #expect(player.state.quality.measurement != nil)
    #expect(player.state.other?.quality.measurement != nil)
    let table = ComparisonTable(player.state)
    #expect(table.rows.first?.cells.allSatisfy { $0 != "-" } == true)
  }

  @Test(
    "what cannot be compared is answered",
    arguments: [
      ("exact", "two of a kind"), ("exact cosine", "not of one kind"),
      ("exact lerned", "did you mean 'learned'?"), ("steps 10 x", "no whole number"),
      ("preset nothing", "no preset 'nothing'"),
    ])
  func mistakesAreAnswered(words: String, part: String) throws {
    let state = try Player().state
    do {
      _ = try Command.actions(for: "compare \(words)", in: state)
      Issue.record("'\(words)' was understood")
    } catch {
      #expect("\(error)".contains(part))
    }
  }

  @Test("steps too long for a frame are made beside the screen for both sides")
  func heavySidesAdvance() throws {
    var player = try Self.comparing("ddpm ddim")
    player.press("r")
    player.perform(.time(.goToEnd))
    player.wait(3, work: 1)
    #expect(player.state.frame.target == nil && player.state.frame.time == 0)
    #expect(player.state.other?.frame.time == 0)
  }
}
