import Foundation

@testable import Diffusion

/// An integral over the noisy points of a mixture by the plainest rule there is, even places over a
/// square, with formulas of its own: what the engine's integrals are held against.
struct PlaneIntegral {
  let mixture: GaussianMixture
  let level: NoiseLevel

  /// What is known of a place: its density, and the mean and covariance of the clean point there.
  struct Place {
    let density: Double
    let covariance: Covariance
  }

  /// - Parameter steps: how many even places there are along each axis.
  func value(steps: Int = 400, _ function: (Place) -> Double) -> Double {
    var reach = 0.0
    for component in mixture.components {
      let far = max(abs(component.mean.x), abs(component.mean.y))
      let square: Double =
        level.alphaBar * component.covariance.trace + level.sigma * level.sigma
      reach = max(reach, level.alpha * far + 8 * square.squareRoot())
    }
    let spacing: Double = 2 * reach / Double(steps)
    var sum = 0.0
    for row in 0...steps {
      for column in 0...steps {
        let point = Point(spacing * Double(column) - reach, spacing * Double(row) - reach)
        let place = place(at: point)
        if place.density > 0 { sum += function(place) }
      }
    }
    return sum * spacing * spacing
  }

  private func place(at point: Point) -> Place {
    let noise = level.sigma * level.sigma
    var (density, mean) = (0.0, Point.zero)
    var second = Covariance.zero
    for component in mixture.components {
      let inner = component.covariance
      let seen = Covariance(
        xx: level.alphaBar * inner.xx + noise, xy: level.alphaBar * inner.xy,
        yy: level.alphaBar * inner.yy + noise)
      let precision = seen.inverse
      let offset = point - level.alpha * component.mean
      let pull = precision.applied(to: offset)
      let share =
        component.weight * exp(-0.5 * (offset.x * pull.x + offset.y * pull.y))
        / (2 * Double.pi * seen.determinant.squareRoot())
      let clean = component.mean + level.alpha * inner.applied(to: pull)
      // S - a² S C⁻¹ S, column by column.
      let first = inner.applied(to: precision.applied(to: Point(inner.xx, inner.xy)))
      let other = inner.applied(to: precision.applied(to: Point(inner.xy, inner.yy)))
      density += share
      mean += share * clean
      second.xx += share * (inner.xx - level.alphaBar * first.x + clean.x * clean.x)
      second.xy += share * (inner.xy - level.alphaBar * first.y + clean.x * clean.y)
      second.yy += share * (inner.yy - level.alphaBar * other.y + clean.y * clean.y)
    }
    guard density > 0 else { return Place(density: 0, covariance: .zero) }
    mean /= density
    return Place(
      density: density,
      covariance: Covariance(
        xx: second.xx / density - mean.x * mean.x, xy: second.xy / density - mean.x * mean.y,
        yy: second.yy / density - mean.y * mean.y))
  }

  /// What the engine knows of them, shared by tests: its integrals are kept.
  static let lopsidedPosterior = DataPosterior(of: lopsided)

  /// Three Gaussians of different shapes and weights, two of which overlap.
  static let lopsided: GaussianMixture = {
    let components: [GaussianMixture.Component] = [
      .init(
        weight: 2, mean: [-1, 0.5], covariance: Covariance(xx: 0.2, xy: 0.05, yy: 0.1), label: "a"),
      .init(
        weight: 1, mean: [1.5, -0.2], covariance: Covariance(xx: 0.09, xy: 0, yy: 0.04), label: "b"),
      .init(
        weight: 0.5, mean: [1, 0.1], covariance: Covariance(xx: 0.3, xy: -0.1, yy: 0.25), label: "c"
      ),
    ]
    do {
      return try GaussianMixture(components: components)
    } catch {
      preconditionFailure("\(error)")
    }
  }()
}
