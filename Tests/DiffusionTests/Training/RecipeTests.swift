import Foundation
import Testing

@testable import Diffusion

@Suite("The recipe")
struct RecipeTests {
  @Test("The rate rises for 50 steps, holds to 1000 and falls with the root")
  func rate() {
    #expect(deviation(Recipe.rate(atStep: 1), 0.02) < 1e-12)
    #expect(Recipe.rate(atStep: 50) == 1)
    #expect(Recipe.rate(atStep: 1000) == 1)
    #expect(deviation(Recipe.rate(atStep: 4000), 0.5) < 1e-12)
  }

  @Test("The moving average begins at the first step and lengthens")
  func average() {
    #expect(Recipe.averageShare(atStep: 1) == 1)
    #expect(deviation(Recipe.averageShare(atStep: 2), 1 - 1 / 256.0) < 1e-12)
    #expect(deviation(Recipe.averageShare(atStep: 8000), 0.001) < 1e-6)
  }

  @Test("The schedule-free average weighs every step with the square of its rate")
  func scheduleFree() {
    #expect(Recipe.rate(atStep: 4000, of: .scheduleFree) == 1)
    var squares = 0.0
    for step in 1...200 {
      let rate = Recipe.rate(atStep: step, of: .scheduleFree)
      squares += rate * rate
      let share = Recipe.averageShare(atStep: step, of: .scheduleFree)
      #expect(deviation(share, rate * rate / squares) < 1e-12)
    }
  }

  @Test("The quantile function inverts the distribution function")
  func quantile() {
    for probability in [1e-9, 1e-4, 0.0242, 0.0243, 0.3, 0.5, 0.77, 0.9757, 0.9758, 0.99999] {
      let value = NormalQuantile.value(at: probability)
      let back = erfc(-value / 2.0.squareRoot()) / 2
      #expect(abs(back / probability - 1) < 1e-7)
    }
  }

  @Test("Fast normals have the moments of normals and no relation to each other")
  func normals() {
    var stream = Randomness(seed: 3).stream(.training)
    let count = 4000
    let draws = (0..<count).map { _ in SIMD4<Double>(stream.normalQuartet()) }
    // Standard errors: 1/√n of a mean, √2/√n of a variance, √96/√n of a fourth moment.
    let unit = 1 / Double(count).squareRoot()
    func mean(_ values: (SIMD4<Double>) -> Double) -> Double {
      draws.reduce(0) { $0 + values($1) } / Double(count)
    }
    for lane in 0..<4 {
      #expect(abs(mean { $0[lane] }) < 4.5 * unit)
      #expect(abs(mean { $0[lane] * $0[lane] } - 1) < 4.5 * 2.0.squareRoot() * unit)
      #expect(abs(mean { pow($0[lane], 4) } - 3) < 4.5 * 96.0.squareRoot() * unit)
      for other in 0..<lane { #expect(abs(mean { $0[lane] * $0[other] }) < 4.5 * unit) }
    }
  }

  @Test("Samples are points of unit spread at log-normal noise levels, with their targets")
  func samples() throws {
    let mixture = try GaussianMixture(components: [
      .init(
        mean: Point(10, 3), covariance: Covariance(xx: 4, xy: 1, yy: 2), label: "a"),
      .init(
        weight: 2, mean: Point(16, 0), covariance: Covariance(xx: 1, xy: -0.5, yy: 3), label: "b"),
    ])
    let data = TrainingData(mixture: mixture)
    var stream = Randomness(seed: 5).stream(.training)
    let count = 4000
    // At a level without noise the point is the clean one, and its spread and mean are the data's.
    let clean = (0..<count).map { _ in
      Point(data.sample(stratum: 1e-12, predicts: .clean, target: .sample, from: &stream).target)
    }
    let unit = 1 / Double(count).squareRoot()
    let mean = clean.reduce(.zero, +) / Double(count)
    #expect(mean.length < 5 * unit)
    let scale = data.standardization.spread * data.standardization.spread
    let covariance = mixture.covariance
    func moment(_ value: (Point) -> Double) -> Double {
      clean.reduce(0) { $0 + value($1) } / Double(count)
    }
    #expect(abs(moment { $0.x * $0.x } - covariance.xx / scale) < 10 * unit)
    #expect(abs(moment { $0.x * $0.y } - covariance.xy / scale) < 10 * unit)
    #expect(abs(moment { $0.y * $0.y } - covariance.yy / scale) < 10 * unit)
    let median = data.sample(stratum: 0.5, predicts: .v, target: .sample, from: &stream)
    #expect(median.level == FeatureMap.features(ofLogSNR: 1.8))
  }
}
