/// The noise that rounding puts on the answers of a model, measured where it is asked.
///
/// A smooth function of places close together has high differences that vanish; what is left of
/// them is noise. Hamming's table of differences, in the form of Moré and Wild, Estimating
/// Computational Noise (SIAM Journal on Scientific Computing 33, 2011): if the values have
/// independent noise of variance `s²`, the mean square of their differences of order k is
/// `s² (2k)! / (k!)²`.
struct RoundingNoise {
  /// The standard deviation of a slope's noise, relative to `1 + size` of its point, as the errors of
  /// steps are measured: the root of the mean square over all points.
  let typical: Double
  /// The same of the noisiest point alone, told from few answers and so by a factor of two at best.
  let largest: Double

  /// How far the places are apart, relative to `1 + size`: a hundred roundings of single precision,
  /// and far too little for a network to bend.
  private static let spacing = 1e-5
  /// A direction along neither axis.
  private static let direction = Point(0.6, 0.8)
  private static let places = 7
  /// `(k!)² / (2k)!` for the orders of differences that are looked at.
  private static let factors: [Int: Double] = [4: 1.0 / 70, 5: 1.0 / 252, 6: 1.0 / 924]

  /// How much later the last of the places is.
  static let reach = Double(places - 1) * spacing

  /// How often the slope is asked.
  static let calls = places - 1

  /// The noise that steps must put up with: where ways part, a network bends by so much that a few
  /// points may have ten times as much of it as most, and no step is short enough for them otherwise.
  /// Half of the noisiest point's, since the largest of thousands is largest by chance as well.
  var toBear: Double { max(typical, largest / 2) }

  /// The noise of slopes around some points.
  ///
  /// - Parameters:
  ///   - first: the slope at the points themselves.
  ///   - slope: the slope at other points, a little later: times are rounded as well.
  init(
    at points: [Point], first: [Point],
    slope: (_ points: [Point], _ later: Double) -> [Point]
  ) {
    let units = points.map { 1 + max(abs($0.x), abs($0.y)) }
    let answers =
      [first]
      + (1..<Self.places).map { place in
        let distance = Double(place) * Self.spacing
        let step = distance * Self.direction
        return slope(zip(points, units).map { $0 + $1 * step }, distance)
      }
    var table = zip(units.indices, units).map { index, unit in answers.map { $0[index] / unit } }
    var (least, largest) = (Double.infinity, 0.0)
    for order in 1..<Self.places {
      table = table.map { row in zip(row.dropFirst(), row).map { $0 - $1 } }
      guard let factor = Self.factors[order] else { continue }
      let squares = table.map { row in
        // Both axes of every point.
        factor * row.reduce(0) { $0 + $1.squaredLength } / Double(2 * row.count)
      }
      let mean = squares.reduce(0, +) / Double(points.count)
      if mean < least { (least, largest) = (mean, squares.max() ?? 0) }
    }
    self.init(
      typical: least.isFinite ? least.squareRoot() : 0,
      largest: least.isFinite ? largest.squareRoot() : 0)
  }

  private init(typical: Double, largest: Double) {
    self.typical = typical
    self.largest = largest
  }
}
