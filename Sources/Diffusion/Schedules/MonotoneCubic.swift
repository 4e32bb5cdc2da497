/// A smooth curve through points that never overshoots them (Fritsch and Carlson 1980).
///
/// Between two points the curve stays between their values, so a hand that keeps its control
/// points in range keeps the whole curve in range.
public struct MonotoneCubic: Sendable {
  private let points: [Point]
  private let slopes: [Double]

  /// The curve through points in order of rising x; at least two.
  public init(through points: [Point]) {
    precondition(points.count >= 2, "a curve needs two points")
    self.points = points
    slopes = Self.slopes(of: points)
  }

  /// The height of the curve; beyond the ends, that of the end.
  public func value(at x: Double) -> Double {
    guard let last = points.last, x < last.x else { return points[points.count - 1].y }
    guard x > points[0].x else { return points[0].y }
    let right = points.firstIndex { $0.x > x } ?? points.count - 1
    let (a, b) = (points[right - 1], points[right])
    let width = b.x - a.x
    let u = (x - a.x) / width
    let v = 1 - u
    return a.y * (1 + 2 * u) * v * v + b.y * u * u * (3 - 2 * u)
      + width * (slopes[right - 1] * u * v * v - slopes[right] * u * u * v)
  }

  private static func slopes(of points: [Point]) -> [Double] {
    let secants = zip(points, points.dropFirst()).map { ($1.y - $0.y) / ($1.x - $0.x) }
    var slopes = points.indices.map { i in
      if i == 0 { return secants[0] }
      if i == points.count - 1 { return secants[i - 1] }
      return secants[i - 1] * secants[i] <= 0 ? 0 : (secants[i - 1] + secants[i]) / 2
    }
    for (i, secant) in secants.enumerated() {
      if secant == 0 {
        slopes[i] = 0
        slopes[i + 1] = 0
        continue
      }
      let (a, b) = (slopes[i] / secant, slopes[i + 1] / secant)
      let steepness = a * a + b * b
      if steepness > 9 {
        let shrink = 3 / steepness.squareRoot()
        slopes[i] = shrink * a * secant
        slopes[i + 1] = shrink * b * secant
      }
    }
    return slopes
  }
}
