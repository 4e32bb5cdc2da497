import Diffusion
import Testing

@testable import Interface
@testable import TextScreen

@Suite("The list of presets")
struct OverlaysPresetTests {
  private static let presets = [
    PresetEntry(
      name: "broken.yaml", summary: "",
      content: .failure(PresetEntry.Fault("broken.yaml:3:1: unknown key 'sheduler'"))),
    PresetEntry(name: "small", summary: "a small one", content: .success(.small)),
  ]

  @Test("shows what cannot be opened with its reason, and choosing it says the reason again")
  func brokenPresets() throws {
    var player = try Player(presets: Self.presets)
    player.press("p")
    let text = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
    #expect(text.contains("unknown key 'sheduler'") && text.contains("broken.yaml"))
    player.perform(.overlay(.moveSelection(-10)), .overlay(.accept))
    #expect(player.state.notice?.text.contains("sheduler") == true)
    #expect(player.state.overlay != nil)
    player.perform(.overlay(.moveSelection(1)), .overlay(.accept))
    #expect(player.state.overlay == nil)
  }

  @Test("has what was saved, at once and in use")
  func savedPresets() throws {
    var player = try Player(presets: Self.presets)
    player.press("x")
    player.perform(.sharing(.saved(.preset(path: "mine.yaml", player.state.experiment))))
    player.press("p")
    guard case .picker(let picker) = player.state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(picker.list.rows.first?.title == "mine.yaml")
    #expect(picker.list.current == 0)
  }

  @Test("a notice leaves the keys their line, and wraps where the plane is narrow")
  func noticesHaveTheirOwnPlace() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.perform(
      .program(.failed("nothing could be written, because the disk is full to the last byte")))
    let lines = ScreenPicture.draw(state: player.state, glyphs: .braille).plainText
      .split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[23].contains("space pause") && lines[23].contains("? help"))
    #expect(lines[20].contains("to the last byte") || lines[19].contains("to the last byte"))
    #expect(lines.contains { $0.contains("! nothing could be written") })
  }

  @Test(
    "a notice covers nothing of what lies over the panels",
    arguments: ["p", "E", "/", "?", "D"], [(40, 12), (80, 24), (120, 40)])
  func noticesCoverNoOverlay(key: String, columnsAndRows: (Int, Int)) throws {
    let size = Size(columns: columnsAndRows.0, rows: columnsAndRows.1)
    var player = try Player(presets: Self.presets, size: size)
    player.press(key)
    player.state.notice = nil
    let before = ScreenPicture.draw(state: player.state, glyphs: .braille)
    player.perform(.program(.failed("the disk is full")))
    let after = ScreenPicture.draw(state: player.state, glyphs: .braille)
    #expect(after.plainText.hasPrefix(" ! the disk is full"))
    for row in 1..<size.rows {
      for column in 0..<size.columns { #expect(after[column, row] == before[column, row]) }
    }
  }

  @Test("a notice goes when something else is done, not while it is read or a line is mended")
  func noticesAreForgotten() throws {
    var player = try Player()
    player.press("G")
    #expect(player.state.notice?.text == "the curve alone")
    player.wait(0.1)
    #expect(player.state.notice != nil)
    player.press("H")
    #expect(player.state.notice == nil)
    player.press("G", "+", "s")
    #expect(player.state.notice == nil)
    player.press("esc")
    player.type("stpe 3")
    player.press("enter", "backspace", "4")
    #expect(player.state.notice?.text.contains("'step'") == true)
    player.press("esc")
    #expect(player.state.notice == nil)
  }

  @Test(
    "shows every description whole, with the parts' names, and a click finds the row",
    arguments: [(80, 24), (120, 40)])
  func descriptions(columns: Int, rows: Int) throws {
    let summary =
      "Minibatch optimal transport joins each noise with data near it: ways get straight"
    let presets = (0..<9).map { index in
      PresetEntry(
        name: "preset-with-a-name-\(index)", summary: "\(index) \(summary) \(index)!",
        group: index < 4 ? "data" : "samplers", content: .success(.small))
    }
    var player = try Player(presets: presets, size: Size(columns: columns, rows: rows))
    player.press("p")
    var seen: Set<Int> = []
    var groups: Set<String> = []
    for index in presets.indices {
      player.perform(.overlay(.moveSelection(-99)), .overlay(.moveSelection(index)))
      let picture = player.shown
      guard case .picker(let picker) = player.state.overlay else { return }
      let places = picker.layout(on: ScreenLayout.overlays(on: picture.size))
      for row in places.visible {
        let rect = places.rect(ofRow: row)
        let text = rect.rows.map { y in
          let cells = rect.columns.dropFirst(2 + places.titleWidth + 2).map {
            Character(picture[$0, y].unicodeScalar)
          }
          return String(cells).trimmingCharacters(in: .whitespaces)
        }.joined(separator: " ")
        if text.replacing(" in use", with: "").contains(presets[row].summary) { seen.insert(row) }
        #expect(!text.contains("…"))
        let hit = PickerOverlay.row(
          atColumn: rect.x + 3, row: rect.maxY - 1, size: picture.size, picker: picker)
        #expect(hit == row)
      }
      for group in ["data", "samplers"] where player.picture.contains("│ \(group) ") {
        groups.insert(group)
      }
    }
    #expect(seen.count >= presets.count - 1, "\(seen)")
    #expect(groups.count == 2)
  }
}
