import Diffusion
import Foundation

/// What exact scores are measured on: Gaussians around a ring of radius 2.
enum BenchMixture {
  static func ring(_ components: Int) throws -> GaussianMixture {
    try GaussianMixture(
      components: (0..<components).map { k in
        let angle = 2 * Double.pi * Double(k) / Double(components)
        return GaussianMixture.Component(
          mean: Point(2 * cos(angle), 2 * sin(angle)),
          covariance: Covariance(standardDeviation: 0.15), label: "ring")
      })
  }

  /// Points spread evenly over the square from -3 to 3.
  static func places(_ count: Int) -> [Point] {
    var stream = Randomness(seed: 1).stream(.data)
    return (0..<count).map { _ in Point(6 * stream.uniform() - 3, 6 * stream.uniform() - 3) }
  }
}
