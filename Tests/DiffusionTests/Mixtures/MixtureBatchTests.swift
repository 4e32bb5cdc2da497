import Testing

@testable import Diffusion

@Suite("Batches of exact estimates are the single ones", .serialized)
struct MixtureBatchTests {
  /// Components with unlike covariances, some without weight, around a ring.
  private func mixture(_ count: Int) throws -> GaussianMixture {
    var stream = Randomness(seed: 3).stream(.data, step: count)
    return try GaussianMixture(
      components: (0..<count).map { k in
        let size = 0.01 + stream.uniform()
        return GaussianMixture.Component(
          weight: k % 5 == 1 ? 0 : stream.uniform(), mean: 2 * stream.normalPoint(),
          covariance: Covariance(xx: size, xy: 0.3 * size, yy: 0.5 * size), label: "a")
      })
  }

  private static let levels = [
    NoiseLevel.clean, NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0, sigma: 1),
    NoiseLevel(alpha: 1, sigma: 40),
  ]

  @Test(
    "for any number of points and components, near and far",
    arguments: InstructionSet.available, [1, 3, 300])
  func batches(_ instructions: InstructionSet, components: Int) throws {
    let mixture = try mixture(components)
    var stream = Randomness(seed: 4).stream(.data)
    for (index, level) in Self.levels.enumerated() {
      let diffused = mixture.diffused(to: level)
      let points = [Point(250, -3), Point(0, 0)] + stream.normalPoints([0, 1, 5, 15][index])
      var estimates = [Estimate](repeating: .zero, count: points.count)
      diffused.estimate(points, into: &estimates, with: instructions)
      let densities = diffused.logDensities(at: points, with: instructions)
      for (i, point) in points.enumerated() {
        let wanted = diffused.estimate(at: point)
        #expect(deviation(estimates[i].clean, wanted.clean) < 1e-11)
        #expect(deviation(estimates[i].noise, wanted.noise) < 1e-11)
        #expect(deviation(densities[i], diffused.logDensity(at: point)) < 1e-12)
      }
    }
  }

  @Test(
    "also so far out that exponents differ by less than they are rounded to",
    arguments: InstructionSet.available, [1, 300])
  func farOut(_ instructions: InstructionSet, components: Int) throws {
    let diffused = try mixture(components).diffused(to: NoiseLevel(alpha: 0.8, sigma: 0.6))
    let points = [Point(3e9, -1e10), Point(-1e12, 0), Point(1e100, 1e100)]
    var estimates = [Estimate](repeating: .zero, count: points.count)
    diffused.estimate(points, into: &estimates, with: instructions)
    let densities = diffused.logDensities(at: points, with: instructions)
    #expect(estimates.allSatisfy { $0.clean.isFinite && $0.noise.isFinite })
    #expect(densities.allSatisfy { $0.isFinite })
    guard components == 1 else { return }
    for (estimate, point) in zip(estimates, points) {
      let wanted = diffused.estimate(at: point)
      #expect(deviation(estimate.clean, wanted.clean) < 1e-11 * point.length)
      #expect(deviation(estimate.noise, wanted.noise) < 1e-11 * point.length)
    }
  }

  @Test("also for no points", arguments: InstructionSet.available)
  func noPoints(_ instructions: InstructionSet) throws {
    let diffused = try mixture(2).diffused(to: .clean)
    var estimates: [Estimate] = []
    diffused.estimate([], into: &estimates, with: instructions)
    #expect(estimates.isEmpty && diffused.logDensities(at: [], with: instructions).isEmpty)
  }
}
