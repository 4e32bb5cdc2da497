import Testing

@testable import Diffusion

@Suite("All parameterizations say the same in other words")
struct ParameterizationTests {
  private let clean = Point(0.8, -1.7)
  private let noise = Point(-0.4, 0.9)

  private func level(_ alpha: Double) -> NoiseLevel {
    NoiseLevel(alpha: alpha, sigma: (1 - alpha * alpha).squareRoot())
  }

  @Test("What was asked for gives back both end points", arguments: Parameterization.allCases)
  func inverse(_ predicts: Parameterization) {
    for alpha in [0.999, 0.8, 0.5, 0.02] {
      let level = level(alpha)
      let point = level.alpha * clean + level.sigma * noise
      let target = predicts.target(clean: clean, noise: noise, at: level)
      let estimate = predicts.estimate(from: target, at: point, level: level)
      #expect(deviation(estimate.clean, clean) < 1e-12)
      #expect(deviation(estimate.noise, noise) < 1e-12)
    }
  }

  @Test("Every estimate lies on the line through its point", arguments: Parameterization.allCases)
  func consistency(_ predicts: Parameterization) {
    let point = Point(1.1, 0.3)
    for alpha in [1, 0.9, 0.4, 0.01, 0] {
      let level = level(alpha)
      let estimate = predicts.estimate(from: Point(-0.6, 0.2), at: point, level: level)
      #expect(estimate.clean.isFinite && estimate.noise.isFinite)
      // At an end where one of them is left open, the other alone cannot make up the point.
      let isOpen = predicts == .noise && alpha == 0 || predicts == .clean && alpha == 1
      #expect((deviation(estimate.renoised(to: level), point) < 1e-12) != isOpen)
    }
  }

  @Test("What is left open at an end is the mean of what is known of it")
  func openEnds() {
    let output = Point(3, 4)
    let atNoise = Parameterization.noise.estimate(from: output, at: Point(1, 1), level: level(0))
    #expect(atNoise == Estimate(clean: .zero, noise: output))
    let atData = Parameterization.clean.estimate(from: output, at: Point(1, 1), level: level(1))
    #expect(atData == Estimate(clean: output, noise: .zero))
  }

  @Test("Names are those of presets")
  func names() {
    #expect(Parameterization.allCases.map(\.id) == ["noise", "clean", "v", "velocity"])
  }
}
