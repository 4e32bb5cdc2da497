/// A curve through every cell of a fine square lattice that stays near itself (Hilbert 1891):
/// points in its order are near their neighbours.
struct HilbertCurve {
  private static let bits = 20

  /// The side of the square, positive.
  let side: Double
  private let corner: Point

  /// A curve in the smallest square around the points.
  init(around points: [Point]) {
    var low = points[0]
    var high = points[0]
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
    corner = low
    side = max((high - low).max(), .leastNormalMagnitude)
  }

  /// The indices of points in the order of the curve.
  func order(of points: [Point]) -> [Int] {
    let positions = points.map(position)
    return points.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
  }

  /// The number of the cell on the curve.
  private func position(of point: Point) -> Int {
    let cells = Double(1 << Self.bits)
    var x = min(Int((point.x - corner.x) / side * cells), 1 << Self.bits - 1)
    var y = min(Int((point.y - corner.y) / side * cells), 1 << Self.bits - 1)
    var position = 0
    for bit in (0..<Self.bits).reversed() {
      let half = 1 << bit
      let (right, upper) = (x & half != 0, y & half != 0)
      position = position << 2 | (right ? (upper ? 2 : 3) : (upper ? 1 : 0))
      if !upper {
        if right { (x, y) = (half - 1 - x & (half - 1), half - 1 - y & (half - 1)) }
        (x, y) = (y, x)
      }
    }
    return position
  }
}
