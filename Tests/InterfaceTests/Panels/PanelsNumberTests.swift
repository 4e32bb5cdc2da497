import Diffusion
import Foundation
import Testing

@testable import Interface

@Suite("Numbers on panels")
struct PanelsNumberTests {
  @Test("Coefficients take five columns whatever their size")
  func coefficientsKeepWidth() {
    for value in [
      0, 0.00003, 0.0004, 0.00996, 0.011, 0.9996, 9.9994, 9.9996, 99.94, 99.996, 480, 999.96,
      12_345,
    ] {
      #expect(Text.coefficient(value).count == 5, "\(value)")
    }
    #expect(Text.coefficient(0.0114) == "0.011")
    #expect(Text.coefficient(0.00635) == ".0063")
    #expect(Text.coefficient(0.00047) == "5e-04")
    #expect(Text.coefficient(52.336) == "52.34")
  }

  @Test("Decimals are those of Foundation's formats")
  func decimals() {
    var stream = Randomness(seed: 3).stream(.data)
    for decimals in 0...6 {
      let places = [0, -0.0, 1, 0.5, 2.5, -0.04, 0.9999999, 99_999.5]
      let others = (0..<300).map { _ in 30 * stream.normalPoint().x }
      for value in places + others {
        let wanted = String(format: "%.\(decimals)f", value)
        #expect(Text.decimal(value, decimals: decimals) == wanted)
      }
    }
    #expect(Text.share(4.0358e-5) == "4.04e-5")
    #expect(Text.share(9.999e-5) == "1.00e-4")
  }

  @Test("Pairs keep their width while the digits change")
  func pairsKeepWidth() {
    for scale in [0.5, 2.9, 40, 900] {
      let places = [Point(0, 0), Point(2.9 * scale, -2.9 * scale), Point(-0.004, 1)]
      let widths = Set(places.map { Text.pair($0, scale: scale).count })
      #expect(widths == [scale < 3 ? 15 : 17])
      #expect(Set(places.map { Text.sum($0, scale: scale).count }) == [15])
    }
  }

  @Test("Nothing has a sign before a zero")
  func zeroHasNoSign() {
    #expect(Text.sum(Point(-0.004, 0.004), scale: 1) == "(  0.00,  0.00)")
    #expect(Text.sum(Point(-0.006, -0.4), scale: 1) == "( -0.01, -0.40)")
    #expect(Text.pair(Point(-0.0004, 0.0004), scale: 1) == "( 0.000, 0.000)")
    #expect(Text.pair(Point(-0.0006, -0.4), scale: 1) == "(-0.001,-0.400)")
  }

  @Test("Round numbers enclose a value closely")
  func roundNumbersEnclose() {
    for exponent in -6...6 {
      for digit in stride(from: 1.0, to: 10, by: 0.37) {
        let value = digit * (exponent < 0 ? 1 / power(-exponent) : power(exponent))
        #expect(RoundNumber.above(value) >= value * (1 - 1e-9))
        #expect(RoundNumber.above(value) <= 1.5 * value)
        #expect(RoundNumber.below(value) <= value * (1 + 1e-9))
        #expect(RoundNumber.below(value) >= value / 1.5)
      }
    }
    #expect(RoundNumber.above(0.023) == 0.025)
  }

  @Test("The ends of an axis are never cut", arguments: [0.00125, 0.0000125, 20_000, 0.02])
  func endsOfAxesFit(value: Double) throws {
    var surface = Surface(size: Size(columns: 40, rows: 6), glyphs: .braille)
    let room = Rect(x: 0, y: 0, width: 40, height: 6)
    PlotArea(in: room).drawEnds(top: 1, bottom: value, on: &surface)
    let lowest = try #require(surface.plainText.split(separator: "\n").last)
    let bottom = lowest.trimmingCharacters(in: .whitespaces)
    let number = try #require(Double(bottom.hasPrefix(".") ? "0\(bottom)" : bottom))
    #expect(abs(number / value - 1) < 0.25)
  }

  @Test("Of lines that cross no dot is lost")
  func crossingLines() {
    let room = Rect(x: 0, y: 0, width: 30, height: 5)
    let plot = PlotArea(in: room)
    let lines = [
      PlotArea.Line(places: [Point(0, 0), Point(1, 1)], ink: .forward),
      PlotArea.Line(places: [Point(0, 1), Point(1, 0)], ink: .curve),
    ]
    let drawn = { (lines: [PlotArea.Line]) in
      var surface = Surface(size: Size(columns: 30, rows: 5), glyphs: .braille)
      plot.draw(lines, dots: .braille, on: &surface)
      return surface.cells.map { $0.unicodeScalar == " " ? 0 : $0.unicodeScalar.value - 0x2800 }
    }
    let both = drawn(lines)
    for line in lines {
      for (alone, together) in zip(drawn([line]), both) { #expect(together & alone == alone) }
    }
  }

  @Test("Wrapped text loses no word and no line is too long")
  func wrappingKeepsWords() {
    let text = "a smooth curve through your own control points"
    for width in 7...60 {
      let lines = TextWrap.lines(text, width: width)
      #expect(lines.joined(separator: " ") == text)
      #expect(lines.allSatisfy { $0.count <= width })
    }
  }

  private func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
}
