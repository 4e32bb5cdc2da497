import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Resizing and looks")
struct LookTests {
  @Test("a resize to one cell and back loses nothing")
  func resizingIsHarmless() throws {
    var player = try Player()
    player.perform(.time(.togglePlay), .time(.seek(step: 12)), .plane(.cycleGround))
    player.press("s", "down")
    let before = ScreenPicture.draw(state: player.state, glyphs: .braille)
    player.perform(.program(.resized(Size(columns: 1, rows: 1))))
    _ = ScreenPicture.draw(state: player.state, glyphs: .braille)
    player.perform(
      .program(.resized(Size(columns: 0, rows: 0))),
      .program(.resized(Size(columns: 120, rows: 40))))
    let after = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(after == before)
  }

  @Test("every overlay survives every size", arguments: ["?", "/", "E", "s", ":", "D", "W"])
  func overlaysSurvive(key: String) throws {
    var player = try Player()
    player.press(key)
    for (columns, rows) in [(1, 1), (3, 2), (40, 12), (80, 24), (200, 60), (0, 0)] {
      player.perform(.program(.resized(Size(columns: columns, rows: rows))))
      player.press("down", "up")
      player.perform(.mouse(Mouse(.drag, column: 0, row: 0)))
      _ = ScreenPicture.draw(state: player.state, glyphs: .ascii)
    }
    #expect(player.state.overlay != nil)
  }

  @Test("the theme goes round by its key and by its name, and back to the one started with")
  func themesAreChosen() throws {
    var player = try Player()
    var seen: [String] = []
    for _ in Theme.allCases {
      player.press("L")
      seen.append(player.state.view.theme(over: .light).id)
    }
    #expect(seen == Theme.allCases.map(\.id))
    player.press("L")
    #expect(player.state.view.theme == nil)
    player.type("view theme high-contrast")
    player.press("enter")
    #expect(player.state.view.theme == .highContrast)
    player.type("view ramp cividis")
    player.press("enter")
    #expect(player.state.view.theme(over: .dark) == Theme.highContrast.with(.cividis))
  }

  @Test("the key for the theme begins after the one in use", arguments: Theme.allCases)
  func themesBeginWhereTheyAre(usual: Theme) throws {
    var player = try Player()
    player.perform(.program(.usualTheme(usual)))
    var seen: [String] = []
    for _ in Theme.allCases {
      player.press("L")
      seen.append(player.state.view.theme(over: usual).id)
    }
    let ids = Theme.allCases.map(\.id)
    let place = try #require(ids.firstIndex(of: usual.id))
    #expect(seen == Array(ids[(place + 1)...]) + Array(ids[...place]))
    #expect(player.state.view.theme == nil)
    #expect(player.state.notice?.text == "theme: \(usual.id), as started")
  }

  @Test("classes have a shape besides their colour on every step of the ladder")
  func classesHaveShapes() throws {
    var player = try Player()
    player.perform(.time(.togglePlay), .time(.goToStart), .plane(.cycleColour))
    for glyphs in [Glyphs.braille, .halfBlock, .ascii] {
      let surface = ScreenPicture.draw(state: player.state, glyphs: glyphs)
      let shapes = (0..<8).filter { label in
        surface.cells.contains { cell in
          cell.ink == .label(label) && cell.unicodeScalar == glyphs.marker(ofLabel: label)
        }
      }
      // The mark of the particle that is looked into may lie on one of them.
      #expect(shapes.count >= 7, "\(shapes) \(glyphs)")
    }
  }
}
