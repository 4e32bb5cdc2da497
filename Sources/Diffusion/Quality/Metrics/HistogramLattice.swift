/// A lattice of cells between edges along x and along y.
struct HistogramLattice {
  /// The edges along an axis, rising; one more than there are bins.
  struct Axis {
    let edges: [Double]

    var bins: Int { edges.count - 1 }

    /// Bins hold their lower but not their upper edge, except the last, which holds both.
    func bin(of coordinate: Double) -> Int? {
      guard coordinate >= edges[0], coordinate <= edges[bins] else { return nil }
      var (low, high) = (0, bins)
      while high - low > 1 {
        let middle = (low + high) / 2
        if edges[middle] <= coordinate { low = middle } else { high = middle }
      }
      return low
    }
  }

  let columns: Axis
  let rows: Axis

  /// 32 x 32 cells from -2 to 2, as the reference values have them.
  static let fixed: HistogramLattice = {
    let axis = Axis(edges: (0...32).map { -2 + 0.125 * Double($0) })
    return HistogramLattice(columns: axis, rows: axis)
  }()

  private init(columns: Axis, rows: Axis) {
    self.columns = columns
    self.rows = rows
  }

  /// A lattice that covers two clouds, with as many of their points between any two edges: wherever
  /// the clouds are and whatever their size, also with points far out.
  ///
  /// It has 2 to 32 bins along either axis, so that a cell holds about ten points of the smaller
  /// cloud.
  init(over clouds: ComparedClouds) {
    let fewest = Double(min(clouds.reference.count, clouds.generated.count))
    let bins = min(32, max(2, Int((fewest / 10).squareRoot())))
    func axis(_ coordinate: (Point) -> Double) -> Axis {
      let sorted = (clouds.reference + clouds.generated).map(coordinate).sorted()
      return Axis(
        edges: (0...bins).map { edge in
          let place = edge * sorted.count / bins
          return place == sorted.count ? sorted[place - 1] : sorted[place]
        })
    }
    columns = axis(\.x)
    rows = axis(\.y)
  }
}
