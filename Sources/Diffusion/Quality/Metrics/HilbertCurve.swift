/// A curve through every cell of a fine square lattice that stays near itself (Hilbert 1891):
/// points in its order are near their neighbours.
///
/// Its lattice is that of the points' ranks along x and along y, so that a single point far out does
/// not push all others into one cell.
struct HilbertCurve {
  private static let bits = 20

  private let columns: [Double]
  private let rows: [Double]

  /// A curve through all of these points.
  init(through points: [Point]) {
    columns = points.map(\.x).sorted()
    rows = points.map(\.y).sorted()
  }

  /// The indices of points in the order of the curve.
  func order(of points: [Point]) -> [Int] {
    let positions = points.map(position)
    return points.indices.sorted { (positions[$0], $0) < (positions[$1], $1) }
  }

  /// The number of the cell on the curve.
  private func position(of point: Point) -> Int {
    var x = Self.rank(of: point.x, in: columns)
    var y = Self.rank(of: point.y, in: rows)
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

  /// How many of the sorted numbers are smaller, in units that fill the lattice.
  private static func rank(of number: Double, in sorted: [Double]) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < number { low = middle + 1 } else { high = middle }
    }
    return min(low * (1 << bits) / sorted.count, 1 << bits - 1)
  }
}
