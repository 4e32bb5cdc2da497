import Foundation
import Testing

@testable import TextScreen

@Suite("Glyphs")
struct GlyphsTests {
  @Test("Arrows point where they are asked to", arguments: [Glyphs.braille, .ascii])
  func arrows(of glyphs: Glyphs) {
    let expected = glyphs.unicodeText ? "→↗↑↖←↙↓↘" : ">/^\\</v\\"
    for (eighth, arrow) in expected.unicodeScalars.enumerated() {
      for wobble in [-0.3, 0, 0.3] {
        let angle = Double(eighth) * .pi / 4 + wobble
        #expect(glyphs.arrow(x: 3 * cos(angle), y: 3 * sin(angle)) == arrow)
      }
    }
    #expect(glyphs.arrow(x: 0, y: 0) == nil)
    #expect(glyphs.arrow(x: .nan, y: 1) == nil)
  }

  @Test func withoutUnicodeEverySymbolIsASCII() {
    let glyphs = Glyphs(dots: .braille, unicodeText: false)
    #expect(glyphs.dots == .ascii, "Braille cannot be drawn either")
    #expect(glyphs.drawing(.halfBlock).dots == .ascii)
    let words = [
      glyphs.squareRoot, glyphs.squared, glyphs.minus, glyphs.times, glyphs.plusMinus, glyphs.to,
      glyphs.from,
    ]
    for word in words { #expect(!word.isEmpty && word.utf8.count == word.count) }
    let box = glyphs.box
    let marks = [
      glyphs.ellipsis, glyphs.knob, glyphs.ring, glyphs.cross, glyphs.marker, glyphs.check,
      box.topLeft, box.topRight, box.bottomLeft, box.bottomRight, box.horizontal, box.vertical,
      box.teeLeft, box.teeRight, glyphs.dottedVertical, glyphs.dottedHorizontal,
    ]
    for mark in marks { #expect(mark.isASCII) }
    for eighths in -1...9 {
      #expect(glyphs.leftBlock(eighths: eighths).isASCII)
      #expect(glyphs.lowerBlock(eighths: eighths).isASCII)
      #expect(glyphs.shade(Double(eighths) / 8).isASCII)
    }
  }

  @Test func everySymbolFitsACell() {
    let glyphs = Glyphs.braille
    let text =
      glyphs.squareRoot + glyphs.squared + glyphs.minus + glyphs.times + glyphs.plusMinus
      + glyphs.to + glyphs.from + "●○×▸✓…┆┄├┤╭╮╰╯"
    for scalar in text.unicodeScalars { #expect(scalar.isOneColumn, "\(scalar)") }
  }

  @Test func eightLabelsHaveEightShapes() {
    #expect(Set((0..<8).map { Glyphs.ascii.marker(ofLabel: $0) }).count == 8)
    #expect(Glyphs.ascii.marker(ofLabel: -1) == Glyphs.ascii.marker(ofLabel: 7))
  }
}
