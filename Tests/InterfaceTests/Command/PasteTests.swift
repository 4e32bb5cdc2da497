import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Pastes")
struct PasteTests {
  @Test("go into the line that is typed, at the cursor, and do nothing")
  func intoTheLine() throws {
    var player = try Player()
    player.press(":", "s", "left")
    let before = player.state.experiment
    player.perform(.line(.paste("seek 3\nquit now\r\nset steps 7\n")))
    guard case .command(let line) = player.state.overlay else {
      Issue.record("no line is typed any more")
      return
    }
    #expect(line.text == "seek 3 quit now set steps 7s")
    #expect(player.state.experiment == before && !player.hasQuit)
    #expect(player.state.notice == nil)
  }

  @Test("have no controls left, by the door that all text passes")
  func throughTheDoor() throws {
    var player = try Player()
    player.press(":")
    player.perform(.line(.paste("\u{3}a\u{1B}[31mb\tc\u{202E}d\u{9B}e")))
    guard case .command(let line) = player.state.overlay else { return }
    #expect(line.text == "[U+0003]a[U+001B][31mb c[U+202E]d[U+009B]e")
  }

  @Test("leave of a list and of the palette what fits")
  func intoLists() throws {
    var player = try Player()
    player.press("s")
    player.perform(.line(.paste("cosine\n")))
    guard case .picker(let picker) = player.state.overlay else {
      Issue.record("the list is closed")
      return
    }
    #expect(picker.list.query == "cosine" && picker.list.rows.count == 1)
    player.press("esc", "esc", "/")
    player.perform(.line(.paste("quit\nnow")))
    guard case .palette(let palette) = player.state.overlay else {
      Issue.record("the palette is closed")
      return
    }
    #expect(palette.query == "quit now" && !player.hasQuit)
  }

  @Test(
    "are dropped in one line where nothing is typed",
    arguments: [[], ["?"], ["D"], ["q"]] as [[String]])
  func dropped(keys: [String]) throws {
    var player = try Player()
    player.state.training.steps = 10
    for key in keys { player.press(key) }
    let before = player.state
    player.perform(.line(.paste("quick question")))
    #expect(!player.hasQuit && player.state.overlay == before.overlay)
    #expect(player.state.experiment == before.experiment)
    let notice = try #require(player.state.notice)
    #expect(notice.tone == .warning && notice.text.contains("paste is dropped"))
    #expect(!notice.text.contains("\n"))
  }

  @Test("longer than a line are cut, and that is said", arguments: [":", "s", "/"])
  func cut(opening: String) throws {
    var player = try Player()
    player.press(opening)
    player.perform(.line(.paste(String(repeating: "é", count: 100_000))))
    #expect(player.state.notice?.text.contains("longer") == true)
    if case .command(let line) = player.state.overlay {
      #expect(line.text.count == LineEditor.mostCharacters)
    }
  }

  @Test("of nothing say nothing")
  func empty() throws {
    var player = try Player()
    player.forget()
    player.perform(.line(.paste("\n\n")))
    #expect(player.state.notice?.text.contains("paste") != true)
  }
}
