import Testing
import TextScreen

@testable import Interface

@Suite("The letters of formulas")
struct GlyphsSymbolsTests {
  private func symbols(_ glyphs: Glyphs) -> [String] {
    [glyphs.alpha, glyphs.alphaBar, glyphs.beta, glyphs.epsilon, glyphs.eta, glyphs.sigma]
  }

  @Test func eachFitsACell() {
    for symbol in symbols(.braille) { #expect(Glyphs.braille.columns(of: symbol) == 1) }
  }

  @Test func withoutUnicodeEachIsAWordInASCII() {
    for word in symbols(.ascii) { #expect(!word.isEmpty && word.utf8.count == word.count) }
  }
}
