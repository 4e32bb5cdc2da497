import Testing

@testable import TextScreen

@Suite("Colour depths")
struct ColourDepthTests {
  @Test func everyColourOfTheXtermPaletteIsNearestToItself() {
    for index in UInt8(16)...255 {
      let colour = ColourDepth.colour(ofIndex: index)
      let found = ColourDepth.indexed256.index(of: colour).map { ColourDepth.colour(ofIndex: $0) }
      #expect(found == colour, "\(index)")
    }
  }

  @Test func theNearestOf256IsCloseToTheBestOfAll() throws {
    for red in stride(from: UInt8(0), to: 250, by: 31) {
      for green in stride(from: UInt8(0), to: 250, by: 31) {
        for blue in stride(from: UInt8(0), to: 250, by: 31) {
          let colour = RGB(red: red, green: green, blue: blue)
          let index = try #require(ColourDepth.indexed256.index(of: colour))
          let found = ColourDepth.colour(ofIndex: index).distance(to: colour)
          let best =
            (UInt8(16)...255)
            .map { ColourDepth.colour(ofIndex: $0).distance(to: colour) }.min() ?? 0
          #expect(found.squareRoot() <= best.squareRoot() + 40, "\(colour)")
        }
      }
    }
  }

  @Test func fewColoursAreHuesAndNeverBlackOrWhite() {
    let dark = (0..<Ink.count).compactMap { Theme.dark.colour(of: Ink(rawValue: UInt8($0))) }
    for colour in dark {
      if let index = ColourDepth.indexed8.index(of: colour) { #expect(1...6 ~= index) }
      if let index = ColourDepth.indexed16.index(of: colour) { #expect(8...14 ~= index) }
    }
    #expect(ColourDepth.indexed8.index(of: RGB(0xFF5F5F)) == 1)
    #expect(ColourDepth.indexed16.index(of: RGB(0x808080)) == 8)
    #expect(ColourDepth.indexed8.index(of: RGB(0xFFFFFF)) == nil)
  }

  @Test func theEndsOfTheLadderHaveNoNumbers() {
    #expect(ColourDepth.truecolor.index(of: RGB(0x123456)) == nil)
    #expect(ColourDepth.mono.index(of: RGB(0x123456)) == nil)
  }

  @Test func luminanceAndContrastAreThoseOfWCAG() {
    #expect(abs(RGB(0xFFFFFF).contrast(with: RGB(0x000000)) - 21) < 1e-9)
    #expect(abs(RGB(0x777777).contrast(with: RGB(0xFFFFFF)) - 4.478) < 0.001)
  }
}
