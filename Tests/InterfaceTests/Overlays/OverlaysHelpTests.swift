import Testing
import TextScreen

@testable import Interface

@Suite("The help page")
struct OverlaysHelpTests {
  private static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0, rows: $1)
  }

  @Test("Every key of the table is on the page, however small the screen", arguments: sizes)
  func everyKeyIsThere(size: Size) throws {
    let rows = try pages(size: size).joined(separator: "\n")
    for binding in KeyTable.all where binding.isOfTheScreen {
      let words = binding.title.split(separator: " ").prefix(2).joined(separator: " ")
      #expect(rows.contains(words), "no \(binding.title)")
      #expect(rows.contains(binding.keyNames), "no \(binding.keyNames)")
    }
    for word in ["click", "drag", "wheel", "shift-drag"] + KeyBinding.Group.allCases.map(\.rawValue)
    {
      #expect(rows.contains(word), "no \(word)")
    }
  }

  @Test("Scrolling ends with the last line in sight", arguments: sizes)
  func scrollingEnds(size: Size) throws {
    let most = HelpOverlay.mostScroll(size: size)
    #expect(try page(size: size, scroll: most) == page(size: size, scroll: most + 50))
    if most > 0 {
      #expect(try page(size: size, scroll: most) != page(size: size, scroll: most - 1))
    }
  }

  @Test("A page turned shows the rows after those that were seen", arguments: sizes.dropLast())
  func pagesFollow(size: Size) throws {
    var player = try Player(size: size)
    player.press("?", "page-down")
    let height = ScreenLayout.overlays(on: size).height - 2
    #expect(
      player.state.overlay
        == .help(scroll: min(height, HelpOverlay.mostScroll(size: size))))
    let footer = KeyTable.footer(in: player.state).compactMap(\.brief)
    #expect(footer == ["scroll", "page", "close"])
    for _ in 0..<50 { player.press("space") }
    #expect(player.state.overlay == .help(scroll: HelpOverlay.mostScroll(size: size)))
    for _ in 0..<50 { player.press("page-up") }
    #expect(player.state.overlay == .help(scroll: 0))
  }

  @Test("No sliver of what lies below is left beside the page", arguments: sizes)
  func nothingSticksOut(size: Size) throws {
    var player = try Player(size: size)
    player.press("?")
    let box = HelpPage(on: ScreenLayout.overlays(on: size)).box
    let margins = [0..<box.x, box.maxX..<size.columns].filter { $0.count < 4 }
    let picture = ScreenPicture.draw(state: player.state, glyphs: .braille)
    for column in margins.joined() {
      for row in box.rows { #expect(picture[column, row] == .blank, "\(column) \(row)") }
    }
  }

  @Test("On a large screen the whole page is seen at once")
  func largeScreensShowAll() {
    #expect(HelpOverlay.mostScroll(size: Size(columns: 200, rows: 60)) == 0)
  }

  private func pages(size: Size) throws -> [String] {
    try (0...HelpOverlay.mostScroll(size: size)).map { try page(size: size, scroll: $0) }
  }

  private func page(size: Size, scroll: Int) throws -> String {
    var state = try PanelsFixture.state(size: size)
    state.overlay = .help(scroll: scroll)
    return OverlaysTests.picture(state).plainText
  }
}
