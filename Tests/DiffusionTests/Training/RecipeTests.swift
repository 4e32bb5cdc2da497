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

  @Test("Where targets are exact the rate holds for longer and falls faster")
  func rest() {
    #expect(Recipe.rate(atStep: 3000, falling: .rest) == 1)
    #expect(deviation(Recipe.rate(atStep: 12000, falling: .rest), 0.125) < 1e-12)
    #expect(Recipe.rate(atStep: 12000, of: .scheduleFree, falling: .rest) == 1)
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
      let value = NormalQuantile.values(at: SIMD4(0.5, probability, 0.5, 0.5))[1]
      let back = erfc(-Double(value) / 2.0.squareRoot()) / 2
      // The slope of the distribution function is below its density at the value.
      let density = exp(-Double(value * value) / 2) / (2 * Double.pi).squareRoot()
      #expect(abs(back - probability) < 2e-6 * density)
    }
  }

  @Test("Four levels at a time lie on the circle, at the quantiles of their strata")
  func levels() {
    let levels = TrainingLevels(strata: SIMD4(0.5, 0.01, 0.99, 0.8413447460685429))
    for i in 0..<4 {
      let level = levels.level(i)
      #expect(deviation(level.alpha * level.alpha + level.sigma * level.sigma, 1) < 1e-6)
      let features = FeatureMap.features(ofLogSNR: level.logSNR)
      #expect((0..<4).allSatisfy { abs(levels.features(i)[$0] - features[$0]) < 1e-5 })
    }
    #expect(deviation(levels.level(0).logSNR, 1.8) < 1e-5)
    #expect(deviation(levels.level(3).logSNR, 1.8 - 2.6) < 1e-5)
  }

  @Test("Normals and uniforms of blocks have the moments of theirs and no relation to each other")
  func draws() {
    var stream = Randomness(seed: 3).stream(.training)
    let count = 64 * 64
    var rows: [[Double]] = []
    for _ in 0..<64 {
      RandomBlock.withDraws(from: &stream, kernels: .portable) { draws in
        for i in 0..<RandomBlock.capacity {
          let (points, uniforms) = (draws.points(i), draws.uniforms(i))
          // Uniforms are brought to mean 0 and variance 1.
          rows.append(
            [points.first.x, points.first.y, points.second.x, points.second.y].map { Double($0) }
              + [uniforms.first, uniforms.second].map { ($0 - 0.5) * 12.0.squareRoot() })
        }
      }
    }
    #expect(rows.count == count)
    // Standard errors: 1/√n of a mean, √2/√n of a variance, √96/√n of a fourth moment.
    let unit = 1 / Double(count).squareRoot()
    func mean(_ values: ([Double]) -> Double) -> Double {
      rows.reduce(0) { $0 + values($1) } / Double(count)
    }
    for i in 0..<6 {
      #expect(abs(mean { $0[i] }) < 4.5 * unit)
      #expect(abs(mean { $0[i] * $0[i] } - 1) < 4.5 * 2.0.squareRoot() * unit)
      #expect(abs(mean { pow($0[i], 4) } - (i < 4 ? 3 : 1.8)) < 4.5 * 96.0.squareRoot() * unit)
      for j in 0..<i { #expect(abs(mean { $0[i] * $0[j] }) < 4.5 * unit) }
    }
  }

  @Test("Examples are points of unit spread at their levels, with their targets")
  func examples() throws {
    let mixture = try GaussianMixture(components: [
      .init(
        mean: Point(10, 3), covariance: Covariance(xx: 4, xy: 1, yy: 2), label: "a"),
      .init(
        weight: 2, mean: Point(16, 0), covariance: Covariance(xx: 1, xy: -0.5, yy: 3), label: "b"),
    ])
    let data = TrainingData(mixture: mixture)
    let count = 4000
    // At a level without noise the point is the clean one, and its spread and mean are the data's.
    let clean = examples(of: data, count: count) { _ in NoiseLevel(alpha: 1, sigma: 0) }
      .map { Point($0.point) }
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
  }

  @Test("The exact target is what samples are on average", arguments: Parameterization.allCases)
  func exactTarget(_ predicts: Parameterization) throws {
    let mixture = try GaussianMixture(components: [
      .init(mean: Point(3, 1), covariance: Covariance(xx: 2, xy: 0.5, yy: 1), label: "a"),
      .init(
        weight: 2, mean: Point(-1, 1), covariance: Covariance(xx: 1, xy: 0, yy: 3), label: "b"),
    ])
    let data = TrainingData(mixture: mixture)
    let count = 4000
    let level: (Int) -> NoiseLevel = { i in
      let angle = (Double(i) + 0.5) / Double(count) * Double.pi / 2
      return NoiseLevel(alpha: cos(angle), sigma: sin(angle))
    }
    let drawn = examples(of: data, count: count, predicts: predicts, level: level)
    let exact = examples(
      of: data, count: count, predicts: predicts, target: .exactPosterior, level: level)
    #expect(zip(drawn, exact).allSatisfy { $0.point == $1.point })
    // What is drawn, less its mean, is orthogonal to every function of the point, the mean too.
    func error(_ weight: (SIMD2<Float>) -> Float) -> Double {
      let terms = zip(drawn, exact).map { drawn, exact in
        Double(((drawn.target - exact.target) * SIMD2(1, -2)).sum() * weight(exact.target))
      }
      return abs(terms.reduce(0, +)) / terms.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    #expect(error { _ in 1 } < 4.5)
    #expect(error { $0.x } < 4.5)
    #expect(error { $0.y } < 4.5)
  }

  private func examples(
    of data: TrainingData, count: Int, predicts: Parameterization = .v,
    target: TrainingTarget = .sample, level: (Int) -> NoiseLevel
  ) -> [TrainingData.Example] {
    var stream = Randomness(seed: 5).stream(.training)
    return (0..<count).map { i in
      data.example(
        choice: stream.uniform(), normals: (stream.normalPoint(), stream.normalPoint()),
        level: level(i), predicts: predicts, target: target, told: .none)
    }
  }
}
