import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("The list to pick from")
struct OverlaysPickerTests {
  private static let sizes = [(40, 12), (80, 24), (120, 40), (200, 60)].map {
    Size(columns: $0, rows: $1)
  }

  @Test("A click on a row picks what is written there", arguments: sizes)
  func clicksFindRows(size: Size) throws {
    for selected in [0, 4, 8] {
      let (state, picker) = try open(.schedule, selected: selected, size: size)
      let surface = OverlaysTests.picture(state)
      let text = surface.plainText.split(separator: "\n", omittingEmptySubsequences: false)
      var found = Set<Int>()
      for row in 0..<size.rows {
        let hits = Set(
          (0..<size.columns).compactMap {
            PickerOverlay.row(atColumn: $0, row: row, size: size, picker: picker)
          })
        #expect(hits.count <= 1)
        guard let hit = hits.first else { continue }
        #expect(text[row].contains(" \(picker.list.rows[hit].title) "))
        found.insert(hit)
      }
      #expect(found.contains(selected))
      #expect(found.count == min(picker.list.rows.count, found.count))
      if size.rows >= 24 { #expect(found.count == picker.list.rows.count) }
    }
  }

  @Test("Beside the list nothing is hit")
  func clicksBesideFindNothing() throws {
    let size = Size(columns: 80, rows: 24)
    let (_, picker) = try open(.sampler, selected: 0, size: size)
    for column in 0..<80 {
      #expect(PickerOverlay.row(atColumn: column, row: 0, size: size, picker: picker) == nil)
      #expect(PickerOverlay.row(atColumn: column, row: 23, size: size, picker: picker) == nil)
    }
  }

  @Test("The selected row has a mark, the one in use says so")
  func rowsAreMarked() throws {
    let size = Size(columns: 40, rows: 12)
    let (state, _) = try open(.sampler, selected: 1, size: size)
    #expect(
      OverlaysTests.picture(state, glyphs: .ascii).plainText == """

        + sampler ----------------- 1-4 of \(Sampler.allCases.count) -+
        |   DDPM                        in use |
        | > DDIM                               |
        |   Euler                              |
        |   Heun                               |
        |                                      |
        | deterministic jumps along the        |
        | predicted noise; eta adds noise back |
        | enter choose   esc close             |
        +--------------------------------------+
        """)
  }

  @Test("typing leaves what fits, best titles first; esc shows all again, then closes")
  func typingFinds() throws {
    var player = try Player(size: Size(columns: 80, rows: 24))
    player.press("a")
    player.write("euler")
    let all = Sampler.allCases.map(\.title)
    let likely = all.filter { $0.hasPrefix("Euler") } + all.filter { $0.hasSuffix(" Euler") }
    #expect(try titles(of: player).starts(with: likely))
    #expect(player.picture.contains(" sampler: euler "))
    let wanted = try titles(of: player)[1]
    player.press("down", "esc")
    guard case .picker(let picker) = player.state.overlay else { throw NoPicker() }
    #expect(picker.list.rows.count == Sampler.allCases.count)
    #expect(picker.list.rows[picker.list.selected].title == wanted, "what was found stays selected")
    player.press("enter")
    #expect(player.state.experiment.sampler.kind.title == wanted)
    player.press("a")
    player.write("xyz")
    #expect(try titles(of: player).isEmpty)
    #expect(player.picture.contains("nothing is called that"))
    player.press("enter", "backspace", "backspace", "backspace", "esc")
    #expect(player.state.overlay == nil)
  }

  @Test("words are found in titles and at the beginnings of words of summaries")
  func summariesAreFound() throws {
    var player = try Player()
    player.press("a")
    player.write("determ")
    #expect(try titles(of: player) == ["DDIM"])
    player.press("esc", "esc", "n")
    player.write("5")
    #expect(try titles(of: player).first == "5")
  }

  private func titles(of player: Player) throws -> [String] {
    guard case .picker(let picker) = player.state.overlay else { throw NoPicker() }
    return picker.list.rows.map(\.title)
  }

  private func open(
    _ kind: Picker.Kind, selected: Int, size: Size
  ) throws -> (AppState, Picker) {
    var state = try PanelsFixture.state(size: size)
    _ = state.update(.overlay(.open(kind)))
    _ = state.update(.overlay(.moveSelection(-99)))
    _ = state.update(.overlay(.moveSelection(selected)))
    guard case .picker(let picker) = state.overlay else {
      throw NoPicker()
    }
    return (state, picker)
  }

  private struct NoPicker: Error {}
}
