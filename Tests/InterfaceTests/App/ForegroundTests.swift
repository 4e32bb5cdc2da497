import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("What is in front")
struct ForegroundTests {
  private func text(_ player: Player) -> String {
    ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
  }

  private func briefs(_ player: Player) -> [String] {
    FooterLine.entries(player.state, in: ScreenLayout(player.state).footer)
      .compactMap(\.binding.brief)
  }

  @Test(
    "a terminal of 24 rows keeps its panel where a multiplexer takes one or two",
    arguments: [22, 23, 24])
  func compactScreensKeepTheirPanel(rows: Int) throws {
    let layout = ScreenLayout(size: Size(columns: 80, rows: rows), focus: .plane)
    #expect(layout.tier == .compact && layout.panels.map(\.panel) == [.schedule])
    #expect(ScreenLayout(size: Size(columns: 79, rows: rows), focus: .plane).tier == .plane)
  }

  @Test(
    "on a small screen tab puts every panel in the plane's place, and escape the plane in its",
    arguments: [Size(columns: 40, rows: 12), Size(columns: 79, rows: 23)], [false, true])
  func smallScreensShowEveryPanel(size: Size, isComparing: Bool) throws {
    var player = try Player(size: size)
    player.press("space")
    if isComparing { try player.say("compare linear cosine") }
    let plane = text(player)
    let panels = player.state.sidePanels
    for _ in 0..<(isComparing ? 2 : 1) { player.press("tab") }
    for panel in panels {
      let layout = ScreenLayout(player.state)
      #expect(player.state.focus == panel && layout.panels.map(\.panel) == [panel])
      #expect(layout.plane.isEmpty && layout.planeBeside.isEmpty)
      #expect(text(player).contains("▸\(panel.title)"))
      #expect(briefs(player).suffix(2) == ["back", "help"])
      player.press("tab")
    }
    #expect(player.state.focus == .plane && text(player) == plane)
    player.press("shift-tab", "esc")
    #expect(player.state.focus == .plane && !ScreenLayout(player.state).plane.isEmpty)
    #expect(!briefs(player).contains("back"))
  }

  @Test("notices are told over what is in the plane's place")
  func noticesAreSeen() throws {
    var player = try Player(size: Size(columns: 40, rows: 12))
    player.press("tab", "x")
    #expect(text(player).contains("seed 8"))
  }

  @Test("a study says where its panel is too low to show it")
  func studiesNeedRoom() throws {
    var low = try Player(size: Size(columns: 40, rows: 12))
    low.press("Q")
    #expect(low.state.notice?.text.contains("has 7 rows here; 16 show what comes of it") == true)
    var high = try Player(size: Size(columns: 79, rows: 23))
    high.press("Q")
    #expect(high.state.notice == nil && text(high).contains("sliced W2"))
  }

  @Test("Z gives the plane all the room as well as a panel, and the footer says how to come back")
  func theFocusedIsAlone() throws {
    var player = try Player()
    let usual = ScreenLayout(player.state)
    player.press("Z")
    #expect(player.state.focus == .plane)
    #expect(ScreenLayout(player.state).panels.isEmpty)
    #expect(ScreenLayout(player.state).plane.width == 120)
    #expect(briefs(player).suffix(2) == ["back", "help"])
    player.press("tab")
    #expect(ScreenLayout(player.state).panels.map(\.panel) == [.schedule])
    // A particle can be picked beside it.
    player.perform(.mouse(Mouse(.press, column: 20, row: 10)))
    player.perform(.mouse(Mouse(.release, column: 20, row: 10)))
    #expect(player.state.focus == .schedule)
    player.press("esc", "esc")
    #expect(ScreenLayout(player.state) == usual && !briefs(player).contains("back"))
  }

  @Test("where a panel has all the room there is, Z says so")
  func aloneAlready() throws {
    var compact = try Player(size: Size(columns: 80, rows: 24))
    compact.press("tab")
    let before = ScreenLayout(compact.state)
    compact.press("Z")
    #expect(compact.state.notice?.text.contains("its column to itself already") == true)
    #expect(ScreenLayout(compact.state) == before)
    compact.press("esc", "Z")
    #expect(ScreenLayout(compact.state).panels.isEmpty)
    var small = try Player(size: Size(columns: 40, rows: 12))
    small.press("Z")
    #expect(small.state.notice?.text.contains("the plane has all the room already") == true)
  }

  @Test(
    "slow motion brings the circuit forward and gives the layout back",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func slowMotionShowsTheCircuit(size: Size) throws {
    var player = try Player(size: size)
    let before = player.state.foreground
    player.press("z")
    #expect(text(player).contains("noising step"))
    let script = player.state.script
    #expect(script.contains("panel particle"))
    player.press("z")
    #expect(player.state.foreground == before)
    // Somebody who has turned to something else stays there.
    player.press("z", "tab")
    let chosen = player.state.foreground
    player.press("z")
    #expect(player.state.foreground == chosen)
  }

  @Test("slow motion leaves the plane where the circuit would have to take its place")
  func slowMotionKeepsThePlane() throws {
    var player = try Player(size: Size(columns: 79, rows: 23))
    player.press("z")
    #expect(player.state.focus == .plane && player.state.playback.isSlow)
    #expect(player.state.notice?.text.contains("the particle's panel") == true)
  }
}
