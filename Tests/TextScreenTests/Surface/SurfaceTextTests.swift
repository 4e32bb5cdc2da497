import Testing

@testable import TextScreen

@Suite("Text on surfaces")
struct SurfaceTextTests {
  private func line(_ text: String, width: Int, glyphs: Glyphs = .braille) -> String {
    var surface = Surface(size: Size(columns: 40, rows: 1), glyphs: glyphs)
    surface.write(text, column: 0, row: 0, maxWidth: width)
    return surface.plainText
  }

  @Test("Long text ends in an ellipsis and never exceeds its width", arguments: 0...8)
  func truncation(to width: Int) {
    let expected = ["", "…", "s…", "sc…", "sch…", "sche…", "sched…", "schedu…", "schedule"]
    #expect(line("schedule", width: width) == expected[width])
  }

  @Test func withoutUnicodeTheEllipsisIsATilde() {
    #expect(line("schedule", width: 4, glyphs: .ascii) == "sch~")
    #expect(line("ᾱ and β", width: 40, glyphs: .ascii) == "alpha-bar and beta")
  }

  @Test(
    "No control character reaches a cell",
    arguments: [
      "\u{1B}[31m", "\u{9B}2J", "\u{0}", "\u{7F}", "\u{85}", "a\u{8}b", "\u{202E}evil", "\u{200B}",
      "\u{FEFF}", "\u{AD}", "\u{2028}", "x\u{301}\u{301}", "\u{E000}",
    ])
  func neutralized(_ text: String) {
    var surface = Surface(size: Size(columns: 20, rows: 1))
    surface.write(text, column: 0, row: 0)
    for scalar in text.unicodeScalars { surface[10, 0] = Cell(scalar) }
    for cell in surface.cells {
      let scalar = cell.unicodeScalar
      #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
      #expect(scalar.properties.generalCategory != .format)
      #expect(scalar.properties.generalCategory != .nonspacingMark)
    }
  }

  @Test func accentsAndBlanksTakeTheColumnsOfOneLetter() {
    #expect(line("e\u{301}te\u{301}", width: 40) == "été", "accents sent separately")
    #expect(line("a\tb\nc", width: 40) == "a b c", "white space")
    #expect(line("±ε ᾱ √2 → ●", width: 40) == "±ε ᾱ √2 → ●", "the symbols of the trade")
  }

  @Test func alignmentWithinARow() {
    var surface = Surface(size: Size(columns: 9, rows: 3))
    for (row, alignment) in [Alignment.left, .centre, .right].enumerated() {
      surface.write("abc", in: Rect(x: 1, y: row, width: 7, height: 1), align: alignment)
    }
    #expect(surface.plainText == " abc\n   abc\n     abc")
  }

  @Test func writingReportsTheColumnsItTook() {
    var surface = Surface(size: Size(columns: 4, rows: 1))
    #expect(surface.write("ᾱ 0.2", column: 0, row: 0) == 5)
    #expect(surface.write("ᾱ 0.2", column: 0, row: 9, maxWidth: 3) == 3)
  }
}
