import Foundation
import Testing

@testable import TextScreen

@Suite("Text that needs no putting together")
struct PlainLetterTests {
  private static var all: [Unicode.Scalar] {
    (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }
  }

  @Test func whatIsPlainIsALetterOfOneColumnAsItStands() {
    var plain = 0
    for scalar in Self.all where Glyphs.braille.plainColumns(of: String(scalar)) != nil {
      plain += 1
      let composed = String(scalar).precomposedStringWithCanonicalMapping
      #expect(scalar.width == .one && Array(composed.unicodeScalars) == [scalar], "\(scalar)")
    }
    #expect(plain > 0x100)
  }

  @Test func whatIsTakenForOneColumnAtOnceIsByItsProperties() {
    let others = Self.all.filter { $0.isOneColumn != $0.isOneColumnByProperty }
    #expect(others.isEmpty, "\(others.prefix(9))")
  }

  @Test func onlyASCIIIsPlainWhereNothingElseCanBeShown() {
    for scalar in Self.all where Glyphs.ascii.plainColumns(of: String(scalar)) != nil {
      #expect((0x20..<0x7F).contains(scalar.value))
    }
    #expect(Glyphs.ascii.plainColumns(of: "loss 0.1") == 8)
  }

  @Test(
    "a text with one letter that is not plain is not plain",
    arguments: ["e\u{301}", "東", "a\tb", "\u{AD}", "\u{3A2}", "\u{231A}", "\u{7}"])
  func others(_ text: String) {
    #expect(Glyphs.braille.plainColumns(of: "x" + text) == nil)
  }

  @Test func plainTextIsWrittenAsTheSameLettersAsAnyOther() {
    let text = "σ 0.25 → ‖ ▸ 50 %"
    var plain = Surface(size: Size(columns: 30, rows: 1))
    var other = plain
    let columns = plain.write(text, column: 2, row: 0, style: .dim)
    // A wide letter in front makes the rest go the long way.
    other.write("東" + text, column: 0, row: 0, style: .dim)
    #expect(columns == text.unicodeScalars.count)
    #expect(Array(plain.cells[2...]) == Array(other.cells[2...]))
  }
}
