import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Overlays")
struct OverlaysTests {
  static let sizes =
    PanelsFixture.sizes + [(3, 3), (12, 5), (40, 4), (61, 18)].map { Size(columns: $0, rows: $1) }

  @Test("No overlay leaves its rectangle, at any size", arguments: sizes)
  func overlaysStayInside(size: Size) throws {
    for state in try states(size: size) {
      for glyphs in PanelsFixture.ladder {
        let rect = Rect(x: 2, y: 1, width: size.columns, height: size.rows)
        let sheet = PanelsFixture.sheet(
          Self.draw, state, in: rect, on: Size(columns: size.columns + 4, rows: size.rows + 2),
          glyphs: glyphs)
        #expect(PanelsFixture.firstMark(of: sheet, outside: rect) == nil)
      }
    }
  }

  @Test("A box leaves no half of a word or number beside it", arguments: 8...30)
  func wordsAreNotCut(width: Int) {
    let words = ["sliced", "W2", "0.0714", "-1.25", "(0.5,", "step", "13,763", "99.1", "modes"]
    var surface = Surface(size: Size(columns: 60, rows: 12), glyphs: .braille)
    for row in 0..<12 {
      let order = (0..<20).map { words[($0 * 3 + row) % words.count] }
      surface.write(order.joined(separator: " "), column: row % 5, row: row)
    }
    let before = surface
    let box = Rect(x: 20, y: 2, width: width, height: 8)
    _ = OverlayFrame.draw(title: "box", trailing: "", on: &surface, in: box)
    for row in 2..<10 {
      for (part, other) in [(0..<19, 19), (box.maxX + 1..<60, box.maxX)] {
        let rest = String(String.UnicodeScalarView(part.map { surface[$0, row].unicodeScalar }))
        let whole = String(String.UnicodeScalarView(part.map { before[$0, row].unicodeScalar }))
        // What is left are the words that were there, less at most the one at the box.
        let left = rest.split(separator: " ")
        let all = whole.split(separator: " ")
        let kept = other == 19 ? Array(all.prefix(left.count)) : Array(all.suffix(left.count))
        #expect(left == kept && left.count + 1 >= all.count, "'\(whole)' became '\(rest)'")
        // The edge of the screen may cut the last one.
        let complete = other == 19 ? left[...] : left.dropLast()
        #expect(complete.allSatisfy { words.contains(String($0)) }, "'\(rest)'")
      }
    }
  }

  @Test("Without an overlay nothing is drawn")
  func nothingIsDrawn() throws {
    let surface = PanelsFixture.picture(
      Self.draw, try PanelsFixture.state(), Size(columns: 40, rows: 12))
    #expect(surface == Surface(size: Size(columns: 40, rows: 12)))
  }

  @Test("The question before quitting counts what would be lost and says the keys")
  func confirmationCounts() throws {
    let state = try unsaved(size: Size(columns: 40, rows: 12))
    let text = Self.picture(state).plainText
    #expect(
      text == """


         ╭ quit? ─────────────────────────────╮
         │ 1,500 training steps               │
         │ are in no file and would be lost.  │
         │                                    │
         │ w enter  save the weights and quit │
         │ q y      quit without saving       │
         │ esc n    stay                      │
         ╰────────────────────────────────────╯
        """)
  }

  /// The overlay of a state as it lies on its screen.
  static func picture(_ state: AppState, glyphs: Glyphs = .braille) -> Surface {
    var surface = Surface(size: state.size, glyphs: glyphs)
    draw(state, &surface, ScreenLayout.overlays(on: state.size))
    return surface
  }

  static let draw: PanelsFixture.Draw = {
    HelpOverlay.draw($0, on: &$1, in: $2)
    PickerOverlay.draw($0, on: &$1, in: $2)
    ConfirmOverlay.draw($0, on: &$1, in: $2)
    PaletteOverlay.draw($0, on: &$1, in: $2)
    WordsOverlay.draw($0, on: &$1, in: $2)
  }

  private func states(size: Size) throws -> [AppState] {
    var states = try Picker.Kind.all.map { kind in
      var state = try PanelsFixture.state(size: size)
      _ = state.update(.overlay(.open(kind)))
      return state
    }
    var help = try PanelsFixture.state(size: size)
    _ = help.update(.overlay(.toggleHelp))
    states.append(help)
    var words = try PanelsFixture.state(size: size)
    _ = words.update(.sharing(.describe))
    states.append(words)
    var palette = try PanelsFixture.state(size: size)
    _ = palette.update(.line(.openPalette))
    states.append(palette)
    _ = palette.update(.line(.type("u")))
    states.append(palette)
    states.append(try unsaved(size: size))
    return states
  }

  private func unsaved(size: Size) throws -> AppState {
    var state = try PanelsFixture.state(size: size)
    _ = state.update(.training(.toggleTraining))
    let losses = [Double](repeating: 1, count: 1500)
    _ = state.update(
      .training(.trained(PanelsFixture.report(state, losses: losses), stepsPerSecond: 1)))
    _ = state.update(.program(.requestQuit))
    return state
  }
}
