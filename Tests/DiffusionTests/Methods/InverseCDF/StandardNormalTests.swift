import Foundation
import Testing

@testable import Diffusion

@Suite struct StandardNormalTests {
  /// Halves until no double is left between: the quantile to the last digit of `erfc`.
  private static func bisected(tail share: Double) -> Double {
    var (low, high) = (0.0, 40.0)
    while true {
      let middle = low + (high - low) / 2
      if middle <= low || middle >= high { return middle }
      if StandardNormal.survival(middle) > share { low = middle } else { high = middle }
    }
  }

  @Test("The quantile is that of erfc to fifteen digits, from a half to the smallest doubles")
  func quantileIsThatOfErfc() {
    for exponent in stride(from: 1.0, through: 1000, by: 0.5) {
      let share = pow(2, -exponent)
      let expected = Self.bisected(tail: share)
      #expect(abs(StandardNormal.quantile(ofTail: share) - expected) <= 2e-15 * max(1, expected))
      #expect(abs(StandardNormal.quantile(share) + expected) <= 2e-15 * max(1, expected))
    }
  }

  @Test("Each rational approximation meets its neighbour where it ends")
  func piecesMeet() {
    for edge in [0.075, exp(-25)] {
      let below = StandardNormal.quantile(edge.nextDown)
      let above = StandardNormal.quantile(edge.nextUp)
      #expect(abs(below - above) < 4e-15 * abs(below))
    }
  }

  @Test func theEndsAreInfinite() {
    #expect(StandardNormal.quantile(0) == -.infinity)
    #expect(StandardNormal.quantile(1) == .infinity)
    #expect(StandardNormal.quantile(0.5) == 0)
  }

  @Test func quantilesAreOddAboutAHalf() {
    for share in stride(from: 0.01, to: 0.5, by: 0.007) {
      let (low, high) = (StandardNormal.quantile(share), StandardNormal.quantile(1 - share))
      #expect(abs(low + high) < 1e-13)
    }
  }
}
