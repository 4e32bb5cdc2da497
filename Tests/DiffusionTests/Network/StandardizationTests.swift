import Testing

@testable import Diffusion

@Suite("Data of any place and size look standard to the network")
struct StandardizationTests {
  private func mixture(centre: Point, scale: Double) throws -> GaussianMixture {
    let covariance = Covariance(xx: 0.3, xy: 0.15, yy: 0.2)
    return try GaussianMixture(components: [
      .init(
        weight: 3, mean: centre + scale * Point(1, 0.5),
        covariance: covariance.scaled(by: scale * scale, plusVariance: 0), label: "a"),
      .init(
        weight: 1, mean: centre + scale * Point(-1.5, 0.2),
        covariance: covariance.scaled(by: scale * scale, plusVariance: 0), label: "b"),
    ])
  }

  @Test("The exact answer is the same through standard units", arguments: [0.01, 1, 700])
  func agreement(scale: Double) throws {
    let data = try mixture(centre: Point(40, -3), scale: scale)
    let standardization = Standardization(of: data)
    let standard = try GaussianMixture(
      components: data.components.map { component in
        var standard = component
        standard.mean = standardization.standardized(component.mean)
        standard.covariance = component.covariance.scaled(
          by: 1 / (standardization.spread * standardization.spread), plusVariance: 0)
        return standard
      })
    #expect(deviation(standard.mean, .zero) < 1e-9)
    #expect(deviation(standard.spread, 1) < 1e-9)

    let levels = [
      NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 1, sigma: 30),
      NoiseLevel(alpha: 0.3, sigma: 0.7), NoiseLevel(alpha: 0, sigma: 1),
    ]
    for level in levels {
      let canonical = standardization.canonical(level)
      #expect(deviation(canonical.level.scale, 1) < 1e-12)
      let point = level.alpha * data.mean + canonical.scale * Point(0.9, -0.4)
      let seen = standard.diffused(to: canonical.level).estimate(at: canonical.point(point))
      let restored = standardization.restored(seen)
      let exact = data.diffused(to: level).estimate(at: point)
      #expect(deviation(restored.clean, exact.clean) < 1e-8)
      #expect(deviation(restored.noise, exact.noise) < 1e-8)
    }
  }
}
