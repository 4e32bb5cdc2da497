/// The noise that rounding puts on the answers of a model, measured where it is asked.
///
/// A smooth function of places close together has high differences that vanish; what is left of
/// them is noise. Hamming's table of differences, in the form of Moré and Wild, Estimating
/// Computational Noise (SIAM Journal on Scientific Computing 33, 2011): if the values have
/// independent noise of variance `s²`, the mean square of their differences of order k is
/// `s² (2k)! / (k!)²`.
enum RoundingNoise {
  /// How far the places are apart, relative to `1 + size`: a hundred roundings of single precision,
  /// and far too little for a network to bend.
  private static let spacing = 1e-5
  /// A direction along neither axis.
  private static let direction = Point(0.6, 0.8)
  private static let places = 7
  /// `(k!)² / (2k)!` for the orders of differences that are looked at.
  private static let factors: [Int: Double] = [4: 1.0 / 70, 5: 1.0 / 252, 6: 1.0 / 924]

  /// How often the slope is asked.
  static let calls = places - 1

  /// The standard deviation of a slope's noise at points of one time, relative to `1 + size` of the
  /// points, as the errors of steps are measured: the root of the mean square over all of them.
  ///
  /// - Parameters:
  ///   - first: the slope at the points themselves.
  ///   - slope: the slope at other points of the same time.
  static func deviation(
    at points: [Point], first: [Point], slope: (_ points: [Point]) -> [Point]
  ) -> Double {
    guard !points.isEmpty else { return 0 }
    let units = points.map { 1 + max(abs($0.x), abs($0.y)) }
    let answers =
      [first]
      + (1..<places).map { place in
        slope(
          zip(points, units).map { $0 + Double(place) * spacing * $1 * direction })
      }
    var table = zip(units.indices, units).map { index, unit in answers.map { $0[index] / unit } }
    var least = Double.infinity
    for order in 1..<places {
      table = table.map { row in zip(row.dropFirst(), row).map { $0 - $1 } }
      guard let factor = factors[order] else { continue }
      let sum = table.reduce(0) { $1.reduce($0) { $0 + $1.squaredLength } }
      // Both axes of every point.
      least = min(least, factor * sum / Double(2 * points.count * (places - order)))
    }
    return least.isFinite ? least.squareRoot() : 0
  }
}
