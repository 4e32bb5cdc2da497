/// A place, or a displacement, in the plane: in dots of a canvas, in units of a picture, or in shares
/// of the area of a plot.
public typealias Place = SIMD2<Double>

extension SIMD2 where Scalar == Double {
  /// Whether both coordinates are finite numbers.
  var hasFiniteCoordinates: Bool { x.isFinite && y.isFinite }

  /// The Euclidean length of a displacement.
  var norm: Double { (x * x + y * y).squareRoot() }
}
