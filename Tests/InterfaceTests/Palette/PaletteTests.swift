import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The palette")
struct PaletteTests {
  @Test("offers every key of the screen and every command with every value it lists")
  func everythingIsOffered() throws {
    let state = try Player().state
    let palette = CommandPalette(state)
    let offered = palette.entries.map(\.deed)
    for index in KeyTable.all.indices where KeyTable.all[index].isOfTheScreen {
      #expect(offered.contains(.binding(index)))
    }
    let letters = palette.entries.map { String(String.UnicodeScalarView($0.text.letters)) }
    for command in Command.all {
      let lines = command.choices(state).map { "\(command.name) \($0)" }
      for line in lines.isEmpty ? [command.name] : lines {
        #expect(letters.contains { $0.contains(line.lowercased()) }, "\(line)")
      }
    }
  }

  @Test("whatever is offered is found first or among its likes by its own title")
  func titlesFindThemselves() throws {
    var palette = CommandPalette(try Player().state)
    // Every eleventh: each search goes through all of them, which takes its time in debug builds.
    for index in stride(from: 0, to: palette.entries.count, by: 11) {
      let entry = palette.entries[index]
      palette.search(entry.title)
      let place = palette.hits.firstIndex { $0.entry == index }
      #expect(place.map { $0 < 3 } == true, "\(entry.title) is number \(place ?? -1)")
    }
  }

  @Test("a few letters and enter do what the key or the command does")
  func choosingDoesIt() throws {
    var player = try Player()
    player.find("sch cos")
    #expect(player.palette?.chosen?.title == "set schedule cosine")
    player.press("enter")
    #expect(player.state.overlay == nil)
    #expect(player.state.experiment.schedule.kind == .cosine)
    player.find("undo")
    player.press("enter")
    #expect(player.state.experiment == .small)
    player.find("set rate")
    player.press("enter")
    #expect(player.line?.text == "set rate ")
    player.press("esc")
    player.find("colour lab")
    player.press("tab")
    #expect(player.line?.text == "view colour label")
  }

  @Test(
    "a whole word finds what has it and little else",
    arguments: ["reflow", "contour", "cosine", "undo", "theme"])
  func wordsFindThemselves(word: String) throws {
    var palette = CommandPalette(try Player().state)
    palette.search(word)
    #expect(!palette.hits.isEmpty)
    for hit in palette.hits {
      let text = String(String.UnicodeScalarView(palette.entries[hit.entry].text.letters))
      #expect(text.contains(word), "\(palette.entries[hit.entry].title)")
    }
  }

  @Test("what is not possible now says why, changes nothing and leaves the palette open")
  func obstaclesAreTold() throws {
    var player = try Player()
    player.find("undo")
    guard case .impossible(let reason) = player.palette?.standings[0] else {
      Issue.record("undo is offered without a history")
      return
    }
    #expect(reason == "nothing to undo")
    player.press("enter")
    #expect(player.palette != nil && player.state.notice?.text == reason)
    player.press("esc")
    player.find("set distribution eight-gaussians")
    #expect(player.palette?.standings[0] == .inUse)
  }

  @Test("a refused experiment is refused before it is chosen")
  func impossibleValuesAreKnown() throws {
    var player = try Player(presets: [
      PresetEntry(name: "torn", summary: "broken", content: .failure(.init("torn.yaml:1: no")))
    ])
    player.find("preset torn")
    #expect(player.palette?.standings[0] == .impossible("torn.yaml:1: no"))
  }

  @Test("the mouse chooses a row and closes beside the box", arguments: [(80, 24), (120, 40)])
  func theMouseWorks(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    var player = try Player(size: size)
    player.find("score exact")
    let palette = try #require(player.palette)
    let place = PaletteLayout(palette, on: ScreenLayout.overlays(on: size)).rect(ofRow: 0)
    player.perform(.mouse(Mouse(.press, column: place.x + 3, row: place.y)))
    #expect(player.state.view.field == .exact && player.state.overlay == nil)
    player.find("x")
    player.perform(.mouse(Mouse(.wheelDown, button: .none, column: place.x, row: place.y)))
    #expect(player.palette?.selected == 1)
    player.perform(.mouse(Mouse(.press, column: 0, row: 1)))
    #expect(player.state.overlay == nil)
  }

  @Test("five hits and a line about the chosen one are seen even on the smallest screen")
  func smallScreensHaveHits() throws {
    let size = ScreenLayout.smallest
    var player = try Player(size: size)
    player.find("view")
    let palette = try #require(player.palette)
    let places = PaletteLayout(palette, on: ScreenLayout.overlays(on: size))
    #expect(places.visible.count == 5 && places.summary.height == 2)
    #expect(player.picture.hasSuffix(" enter do it  esc leave  down next"))
    for index in places.visible {
      let title = palette.entries[palette.hits[index].entry].title
      #expect(player.picture.contains(title.prefix(16)))
    }
  }

  @Test("only the selected row has its mark")
  func oneRowIsMarked() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.press("/")
    #expect(OverlaysTests.picture(player.state).plainText.filter { $0 == "▸" }.count == 1)
  }

  @Test("the list scrolls to its ends and back")
  func theListScrolls() throws {
    var player = try Player()
    player.press("/")
    for _ in 0..<100 { player.press("page-down") }
    let palette = try #require(player.palette)
    #expect(palette.selected == palette.hits.count - 1)
    for _ in 0..<100 { player.press("page-up") }
    #expect(player.palette?.selected == 0)
    player.press("backspace")
    #expect(player.state.overlay == nil)
  }
}

extension Player {
  /// Opens the palette and types.
  mutating func find(_ query: String) {
    press("/")
    write(query)
  }

  /// The palette, if it is open.
  var palette: CommandPalette? {
    if case .palette(let palette) = state.overlay { palette } else { nil }
  }
}
