import Diffusion
import Testing

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
        #expect(text[row].contains(" \(picker.rows[hit].title) "))
        found.insert(hit)
      }
      #expect(found.contains(selected))
      #expect(found.count == min(picker.rows.count, found.count))
      if size.rows >= 24 { #expect(found.count == picker.rows.count) }
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

  private func open(
    _ kind: Picker.Kind, selected: Int, size: Size
  ) throws -> (AppState, Picker) {
    var state = try PanelsFixture.state(size: size)
    _ = state.update(.open(kind))
    _ = state.update(.moveSelection(-99))
    _ = state.update(.moveSelection(selected))
    guard case .picker(let picker) = state.overlay else {
      throw NoPicker()
    }
    return (state, picker)
  }

  private struct NoPicker: Error {}
}
