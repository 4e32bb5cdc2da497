import Foundation
import Testing

@testable import TextScreen

@Suite("Plots and their axes")
struct PlotAreaTests {
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

  @Test("Every place has a cell of the area, also what is beyond it and what is no number")
  func placesWithoutNumbers() {
    let numbers = [-.infinity, -1e300, -0.0, 0.5, 1, 1e300, .infinity, .nan]
    for room in [Rect(x: 0, y: 0, width: 30, height: 5), Rect(x: 3, y: 2, width: 1, height: 1)] {
      let plot = PlotArea(in: room)
      for x in numbers {
        for y in numbers {
          let cell = plot.cell(of: Place(x, y))
          #expect(plot.area.columns.contains(cell.column) && plot.area.rows.contains(cell.row))
        }
      }
    }
  }

  @Test("Of lines that cross no dot is lost")
  func crossingLines() {
    let room = Rect(x: 0, y: 0, width: 30, height: 5)
    let plot = PlotArea(in: room)
    let lines = [
      PlotArea.Line(places: [Place(0, 0), Place(1, 1)], ink: .forward),
      PlotArea.Line(places: [Place(0, 1), Place(1, 0)], ink: .curve),
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

  private func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
}
