import Testing

@testable import Diffusion

@Suite struct MonotoneCubicTests {
  static let curves = [
    [Point(0, 0.1), Point(1, 0.9)],
    [Point(0, 0), Point(0.1, 0.9), Point(0.2, 0.91), Point(1, 1)],
    [Point(0, 0.2), Point(0.3, 0.8), Point(0.5, 0.1), Point(0.9, 0.1), Point(1, 0.7)],
  ]

  @Test("The curve goes through its points", arguments: curves)
  func interpolation(points: [Point]) {
    let curve = MonotoneCubic(through: points)
    for point in points { #expect(abs(curve.value(at: point.x) - point.y) < 1e-12) }
    #expect(curve.value(at: -1) == points[0].y)
    #expect(curve.value(at: 2) == points[points.count - 1].y)
  }

  @Test("Between two points it stays between their values and never turns", arguments: curves)
  func monotony(points: [Point]) {
    let curve = MonotoneCubic(through: points)
    for (left, right) in zip(points, points.dropFirst()) {
      let values = (0...200).map { curve.value(at: left.x + (right.x - left.x) * Double($0) / 200) }
      let rises = right.y >= left.y
      for (before, after) in zip(values, values.dropFirst()) {
        #expect(rises ? after >= before - 1e-15 : after <= before + 1e-15)
      }
    }
  }

  @Test("It has no corners", arguments: curves)
  func smoothness(points: [Point]) {
    let curve = MonotoneCubic(through: points)
    let step = 1e-6
    for point in points.dropFirst().dropLast() {
      let before = (point.y - curve.value(at: point.x - step)) / step
      let after = (curve.value(at: point.x + step) - point.y) / step
      #expect(abs(before - after) < 1e-2)
    }
  }
}
