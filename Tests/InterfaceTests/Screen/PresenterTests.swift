import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The screen for a class") struct PresenterTests {
  private static let sizes = [
    Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 44, rows: 13),
  ]

  @Test("The plane is larger, one line of words is left, and the key leads back", arguments: sizes)
  func layout(size: Size) throws {
    var player = try Player(size: size)
    let usual = ScreenLayout(player.state)
    player.press("@")
    player.state.notice = nil
    let layout = ScreenLayout(player.state)
    #expect(layout.plane.width * layout.plane.height > usual.plane.width * usual.plane.height)
    #expect(layout.panels.isEmpty && layout.header.isEmpty && layout.footer.height == 1)
    let rows = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[size.rows - 1].contains("Eight Gaussians"))
    #expect(rows[size.rows - 1].hasSuffix("0:00"))
    player.press("@")
    #expect(ScreenLayout(player.state) == usual)
  }

  @Test("A panel is there while it has the keys")
  func panel() throws {
    var player = try Player(size: Size(columns: 120, rows: 40))
    player.press("@", "tab")
    let layout = ScreenLayout(player.state)
    #expect(layout.panels.map(\.panel) == [player.state.focus] && !layout.plane.isEmpty)
  }

  @Test("Escape goes back from the panel to the plane, and from there to the usual screen")
  func escape() throws {
    var player = try Player(size: Size(columns: 120, rows: 40))
    let usual = ScreenLayout(player.state)
    player.press("@", "tab", "esc")
    #expect(player.state.view.audience == .presenter && player.state.focus == .plane)
    player.press("esc")
    #expect(ScreenLayout(player.state) == usual)
  }

  @Test("Pressed keys are shown for a while, and the clock goes on")
  func keysAndClock() throws {
    var player = try Player(size: Size(columns: 100, rows: 30))
    player.press("@")
    let line = { (player: Player) in
      ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
        .split(separator: "\n").last.map(String.init) ?? ""
    }
    for key in ["h", "space"] {
      player.perform(.presenting(.pressed(try #require(Key(named: key)))))
    }
    #expect(line(player).contains("h space"))
    player.perform(.presenting(.clock(seconds: 2)))
    #expect(line(player).contains("h space") && line(player).hasSuffix("0:02"))
    player.perform(.presenting(.clock(seconds: 75)))
    #expect(!line(player).contains("h space") && line(player).hasSuffix("1:15"))
    player.perform(.presenting(.clock(seconds: 3_725)))
    #expect(line(player).hasSuffix("1:02:05"))
  }

  @Test("A drag over the plane is a spot of light, and moves nothing")
  func laser() throws {
    var player = try Player(size: Size(columns: 100, rows: 30))
    player.press("space", "@")
    let (camera, particle) = (player.state.view.camera, player.state.particle)
    let dark = ScreenPicture.draw(state: player.state, glyphs: .braille)
    player.perform(.mouse(Mouse(.press, column: 20, row: 10)))
    player.perform(.mouse(Mouse(.drag, column: 24, row: 12)))
    let lit = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(lit[24, 12].ink == .danger && dark[24, 12].ink != .danger)
    player.perform(.mouse(Mouse(.release, column: 24, row: 12)))
    #expect(player.state.presenter.pointer == nil)
    #expect(player.state.view.camera == camera && player.state.particle == particle)
  }

  @Test("The same session is for a class or for somebody who works")
  func audiences() throws {
    var player = try Player(size: Size(columns: 100, rows: 30))
    try player.say("view audience presenter")
    #expect(player.state.script.contains("view audience presenter"))
    let points = player.state.frame.points
    try player.say("view audience student")
    #expect(player.state.frame.points == points && !ScreenLayout(player.state).header.isEmpty)
  }
}
