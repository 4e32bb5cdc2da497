/// A place, or a displacement, in the plane.
public typealias Point = SIMD2<Double>

extension SIMD2 where Scalar == Double {
  /// The Euclidean length.
  public var length: Double { squaredLength.squareRoot() }

  /// The squared Euclidean length.
  public var squaredLength: Double { x * x + y * y }

  /// Whether both coordinates are finite numbers.
  public var isFinite: Bool { x.isFinite && y.isFinite }
}
