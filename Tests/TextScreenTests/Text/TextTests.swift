import Foundation
import Testing

@testable import TextScreen

@Suite("Numbers and words as text")
struct TextTests {
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
    var dice = Dice(seed: 3)
    for decimals in 0...6 {
      let places = [0, -0.0, 1, 0.5, 2.5, -0.04, 0.9999999, 99_999.5]
      let others = (0..<300).map { _ in Double.random(in: -90...90, using: &dice) }
      for value in places + others {
        let wanted = String(format: "%.\(decimals)f", value)
        #expect(Text.decimal(value, decimals: decimals) == wanted)
      }
    }
    #expect(Text.share(4.0358e-5) == "4.04e-5")
    #expect(Text.share(9.999e-5) == "1.00e-4")
  }

  @Test("Three significant digits are those of C, without the zeros behind them")
  func significantDigits() {
    var dice = Dice(seed: 4)
    let random = (0..<2000).map { _ in pow(10, Double.random(in: -5...3, using: &dice)) }
    let round = (-6...4).flatMap { power in
      [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 9.99].map { $0 * pow(10, Double(power)) }
    }
    for value in random + round + [0, 999.4, 999.6, 0.0001, 0.00009999, .infinity, .nan] {
      for value in [value, -value] where value != 0 || value.sign == .plus {
        #expect(Text.significant(value) == String(format: "%.3g", value))
      }
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

  @Test("What is not a number is said to be unknown, in the room that the number would have had")
  func unknown() {
    #expect(Text.short(.nan) == "unknown")
    #expect(Text.percent(.nan) == "unknown")
    #expect(Text.decimal(.nan, decimals: 2) == "?")
    #expect(Text.fixed(.nan) == "     ?")
    #expect(Text.fixed(.nan, width: 9) == "  unknown")
    #expect(Text.coefficient(.nan) == "    ?")
  }
}
