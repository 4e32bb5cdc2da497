import Foundation

/// Points of no width where no noise is left: what a mixture of them is in the limit of small noise.
///
/// All that is known of a place is which of the points is nearest. The density is infinite on the
/// points and 0 elsewhere, and the score, which pulls to the nearest point, grows beyond all bounds.
/// The noise is 0, as everywhere at the clean level.
struct PointMasses: Sendable {
  private let places: [Point]
  /// The points at the scale of the data.
  private let origins: [Point]
  private let weights: [Double]

  /// Nil where the components or the level have a width.
  init?(of components: [GaussianMixture.Component], at level: NoiseLevel) {
    guard let first = components.first, first.covariance == .zero, level.sigma * level.sigma == 0
    else { return nil }
    origins = components.map(\.mean)
    places = origins.map { level.alpha * $0 }
    weights = components.map(\.weight)
  }

  func logDensity(at point: Point) -> Double {
    places.contains(point) ? .infinity : -.infinity
  }

  /// The weights of the nearest points as shares of their sum; 0 for all others.
  func responsibilities(at point: Point) -> [Double] {
    let distances = places.map { ($0 - point).squaredLength }
    let least = distances.min() ?? 0
    let near = zip(distances, weights).map { $0 == least ? $1 : 0 }
    let total = near.reduce(0, +)
    return near.map { $0 / total }
  }

  func estimate(at point: Point) -> Estimate {
    let shares = responsibilities(at: point)
    let clean = zip(shares, origins).reduce(Point.zero) { $1.0 > 0 ? $0 + $1.0 * $1.1 : $0 }
    return Estimate(clean: clean, noise: .zero)
  }

  /// Infinite along every axis on which the nearest point is elsewhere.
  func score(at point: Point) -> Point {
    let shares = responsibilities(at: point)
    let nearest = zip(shares, places).reduce(Point.zero) { $1.0 > 0 ? $0 + $1.0 * $1.1 : $0 }
    func pull(_ offset: Double) -> Double { offset == 0 ? 0 : offset > 0 ? .infinity : -.infinity }
    let offset = nearest - point
    return Point(pull(offset.x), pull(offset.y))
  }
}
