import Foundation
import Testing

@testable import Diffusion

/// Mixtures of very many components are asked block by block; the answer is that of all of them.
@Suite("Blocks of a large mixture answer as the whole", .serialized) struct MixtureBlocksTests {
  private static let levels = [1e-4, 1e-3, 0.01, 0.1, 0.3, 1, 10, 1e4].map {
    NoiseLevel(alpha: 1 / (1 + $0 * $0).squareRoot(), sigma: $0 / (1 + $0 * $0).squareRoot())
  }
  private static let exploding = [1e-4, 0.5, 80, 1e4].map { NoiseLevel(alpha: 1, sigma: $0) }
  private static let ends = [NoiseLevel.clean, NoiseLevel(alpha: 0, sigma: 1)]

  /// Points as a file has them, all equally wide, or Gaussians of all shapes.
  private func mixture(shaped: Bool) throws -> GaussianMixture {
    var stream = Randomness(seed: 31).stream(.data)
    let data = Distribution.twoMoons.mixture().draw(1500, from: &stream)
    return try GaussianMixture(
      components: zip(data.points, data.labels).map { point, label in
        let size = shaped ? 1e-4 + 0.1 * stream.uniform() * stream.uniform() : 1e-3
        return GaussianMixture.Component(
          weight: shaped ? (label == 0 ? 0 : stream.uniform()) : 1, mean: point,
          covariance: Covariance(xx: size, xy: shaped ? 0.5 * size : 0, yy: size),
          label: "\(label)")
      })
  }

  /// The same mixture without blocks.
  private func whole(_ mixture: GaussianMixture, at level: NoiseLevel) -> DiffusedMixture {
    let diffused = mixture.diffused(to: level)
    return DiffusedMixture(
      level: level, lobes: diffused.lobes, labelIndices: mixture.labelIndices,
      labelCount: mixture.labels.count)
  }

  @Test("at all levels, near and far", arguments: [false, true])
  func estimates(shaped: Bool) throws {
    let mixture = try mixture(shaped: shaped)
    #expect(mixture.blocks != nil)
    var stream = Randomness(seed: 32).stream(.data)
    for level in Self.levels + Self.exploding + Self.ends {
      let diffused = mixture.diffused(to: level)
      let all = whole(mixture, at: level)
      let points =
        [Point(30, -3), Point(-500, 900), .zero]
        + mixture.components.prefix(5).map { level.alpha * $0.mean }
        + stream.normalPoints(12).map { level.scale * $0 }
      var estimates = [Estimate](repeating: .zero, count: points.count)
      diffused.estimate(points, into: &estimates)
      let densities = diffused.logDensities(at: points)
      for (i, point) in points.enumerated() {
        let wanted = all.estimate(at: point)
        // Far out the exponents of both are rounded by their last digit, and the shares by as much.
        let bound = 1e-12 + .ulpOfOne * abs(all.logDensity(at: point))
        for found in [estimates[i], diffused.estimate(at: point)] {
          #expect(deviation(found.clean, wanted.clean) < bound, "\(level) \(point)")
          #expect(deviation(found.noise, wanted.noise) < bound, "\(level) \(point)")
        }
        #expect(deviation(densities[i], all.logDensity(at: point)) < 1e-12)
        #expect(deviation(diffused.logDensity(at: point), all.logDensity(at: point)) < 1e-12)
      }
    }
  }

  @Test("and far fewer are asked where the noise is small")
  func thrift() throws {
    let mixture = try mixture(shaped: false)
    let diffused = mixture.diffused(to: NoiseLevel(alpha: 1, sigma: 1e-3))
    let place = mixture.components[7].mean
    let ranges = try #require(diffused.blocks).ranges(from: place, to: place, among: diffused.lobes)
    #expect(ranges.reduce(0) { $0 + $1.count } < mixture.components.count / 4)
  }

  @Test("also for shares of components and labels, in their own order")
  func responsibilities() throws {
    let mixture = try mixture(shaped: true)
    let level = NoiseLevel(alpha: 0.9, sigma: 0.3)
    let diffused = mixture.diffused(to: level)
    let point = Point(0.4, -0.2)
    let shares = diffused.responsibilities(at: point)
    let terms = mixture.components.map { component -> Double in
      let inner = component.covariance.scaled(by: 0.81, plusVariance: 0.09)
      let offset = point - 0.9 * component.mean
      let form = (offset * inner.inverse.applied(to: offset)).sum()
      return component.weight / inner.determinant.squareRoot() * exp(-0.5 * form)
    }
    let total = terms.reduce(0, +)
    for (share, term) in zip(shares, terms) { #expect(deviation(share, term / total) < 1e-12) }
    var labels = [0.0, 0.0]
    for (label, term) in zip(mixture.labelIndices, terms) { labels[label] += term / total }
    #expect(deviation(diffused.labelPosterior(at: point), labels) < 1e-12)
  }

  @Test("and for the nearest component of a census")
  func census() throws {
    let mixture = try mixture(shaped: true)
    let components = NearestComponent(of: mixture)
    var stream = Randomness(seed: 33).stream(.data)
    for point in stream.normalPoints(60) + [Point(100, 100)] {
      let distances = mixture.components.map { component -> Double in
        let offset = point - component.mean
        return (offset * component.covariance.inverse.applied(to: offset)).sum()
      }
      let found = components.nearest(to: point)
      #expect(deviation(found.squared, distances.min() ?? -1) < 1e-9)
      #expect(deviation(distances[found.index], found.squared) < 1e-9)
    }
  }

  @Test("A thinned mixture has all labels, in the same order, and their shares")
  func thinning() throws {
    var stream = Randomness(seed: 34).stream(.data)
    let points = stream.normalPoints(3000)
    let labels = points.indices.map { $0 == 2999 ? "rare" : $0 % 3 == 0 ? "b" : "a" }
    let mixture = try DistributionSpecification.points(points, labels: labels, source: "x.csv")
      .mixture()
    let thinned = mixture.thinned(to: 300, from: &stream)
    #expect(thinned.labels == mixture.labels)
    #expect((290...302).contains(thinned.components.count))
    #expect(Set(thinned.labelIndices) == [0, 1, 2])
    let share = zip(thinned.components, thinned.labelIndices).filter { $0.1 == 0 }
      .reduce(0) { $0 + $1.0.weight }
    #expect(abs(share - 1 / 3) < 0.02)
    #expect(mixture.thinned(to: 3000, from: &stream) == mixture)
  }
}
