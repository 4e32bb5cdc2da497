import Foundation
import Testing

@testable import Diffusion

@Suite("The network sees points and levels in comparable numbers")
struct FeatureMapTests {
  private let features: FeatureMap = {
    var stream = Randomness(seed: 8).stream(.initialization)
    return FeatureMap(from: &stream)
  }()

  private func row(_ point: SIMD2<Float>, logSNR: Double) -> [Float] {
    features.row(point, logSNR: logSNR)
  }

  @Test("38 numbers: waves, the coordinates times 3, four of the level")
  func formulas() {
    let point = SIMD2<Float>(0.7, -1.3)
    let row = row(point, logSNR: 1.5)
    #expect(row.count == 38)
    for (i, frequency) in features.frequencies.enumerated() {
      let angle = Double(frequency.x * point.x + frequency.y * point.y)
      #expect(deviation(Double(row[i]), sin(angle)) < 1e-5)
      #expect(deviation(Double(row[16 + i]), cos(angle)) < 1e-5)
    }
    let rest = [2.1, -3.9, 0.375, tanh(0.375), tanh(-0.5), tanh(3.5)]
    #expect(deviation(row[32...].map { Double($0) }, rest) < 1e-6)
  }

  @Test("Beyond the trained levels nothing changes, to both infinities")
  func clamping() {
    let ends: [(Double, Double)] = [(8, .infinity), (-8, -.infinity), (8, 8.5)]
    for (edge, beyond) in ends {
      #expect(FeatureMap.features(ofLogSNR: edge) == FeatureMap.features(ofLogSNR: beyond))
    }
    #expect(FeatureMap.features(ofLogSNR: 7.9) != FeatureMap.features(ofLogSNR: 8))
  }

  @Test("Four levels at a time have the same features")
  func quartets() {
    for quartet in [Lanes(-9, -8, -3, 0), Lanes(0.1, 2, 7.9, 100)] {
      let features = FeatureMap.features(ofLogSNR: quartet)
      for i in 0..<4 {
        let one = FeatureMap.features(ofLogSNR: Double(quartet[i]))
        #expect(SIMD4(features.0[i], features.1[i], features.2[i], features.3[i]) == one)
      }
    }
  }

  @Test("Points out of this world give finite numbers")
  func farAway() {
    for far in [Float(1e4), 1e20, .infinity] {
      #expect(row(SIMD2(far, -far), logSNR: 0).allSatisfy { $0.isFinite })
    }
  }

  @Test("Each group of inputs alone gives first units about unit variance")
  func groups() {
    var stream = Randomness(seed: 9).stream(.data)
    let rows = stream.normalPoints(400).map { row(SIMD2<Float>($0), logSNR: 0) }
    let meanSquares = (0..<38).map { i in
      rows.reduce(0.0) { $0 + Double($1[i] * $1[i]) } / 400
    }
    let variances = zip(meanSquares, FeatureMap.initialDeviations).map { $0 * $1 * $1 }
    // Sines and cosines sum to exactly 1; the coordinates to 1 within 4 standard errors.
    #expect(abs(variances[..<32].reduce(0, +) - 1) < 1e-3)
    #expect(abs(variances[32..<34].reduce(0, +) - 1) < 4 / (400.0).squareRoot())
    #expect(FeatureMap.initialDeviations[34...].allSatisfy { $0 == 0.5 })
  }
}
