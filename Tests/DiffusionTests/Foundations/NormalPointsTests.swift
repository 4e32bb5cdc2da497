import Testing

@testable import Diffusion

@Suite("Normal points drawn together")
struct NormalPointsTests {
  private func stream(_ step: Int = 0) -> RandomStream {
    Randomness(seed: 4).stream(.forward, step: step)
  }

  @Test("are those drawn one by one, by every instruction set", arguments: InstructionSet.available)
  func oneByOne(_ set: InstructionSet) {
    // Numbers that fill the vectors of every set, and numbers that leave some over.
    for count in [0, 1, 3, 8, 17, 40_000] {
      var (together, alone) = (stream(count), stream(count))
      let points = together.normalPoints(count, with: set)
      let wanted = (0..<count).map { _ in alone.normalPoint() }
      let worst = zip(points, wanted).map { ($0 - $1).length / (1 + $1.length) }.max() ?? 0
      #expect(points.count == count && worst < 3e-15, "\(count) points: \(worst)")
      #expect(together == alone, "the stream goes on at the same place")
    }
  }

  @Test("do not depend on how many are drawn", arguments: InstructionSet.available)
  func prefixes(_ set: InstructionSet) {
    var (short, long) = (stream(), stream())
    let many = long.normalPoints(50, with: set)
    #expect(short.normalPoints(21, with: set) == Array(many.prefix(21)))
  }

  @Test("have the moments of the standard normal")
  func moments() {
    var stream = stream()
    let count = 200_000
    let values = stream.normalPoints(count).flatMap { [$0.x, $0.y] }
    func mean(_ power: (Double) -> Double) -> Double {
      values.reduce(0) { $0 + power($1) } / Double(values.count)
    }
    // Five standard errors: the variances of x, x², x³ and x⁴ are 1, 2, 15 and 96.
    let error = 5 / Double(values.count).squareRoot()
    #expect(abs(mean { $0 }) < error)
    #expect(abs(mean { $0 * $0 } - 1) < 2.0.squareRoot() * error)
    #expect(abs(mean { $0 * $0 * $0 }) < 15.0.squareRoot() * error)
    #expect(abs(mean { $0 * $0 * $0 * $0 } - 3) < 96.0.squareRoot() * error)
  }
}
