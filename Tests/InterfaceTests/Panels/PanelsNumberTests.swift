import Diffusion
import Testing
import TextScreen

@testable import Interface

@Suite("Numbers on panels")
struct PanelsNumberTests {
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
}
