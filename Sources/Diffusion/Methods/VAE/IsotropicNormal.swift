import Foundation

/// A Gaussian of the plane with the same variance in both coordinates.
enum IsotropicNormal {
  /// `ln N(d; 0, v I)` of the difference d from its mean, in nats.
  ///
  /// - Parameter variance: v, above 0.
  static func logDensity(_ difference: Point, _ variance: Double) -> Double {
    -difference.squaredLength / (2 * variance) - log(2 * .pi * variance)
  }
}
