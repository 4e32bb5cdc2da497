import Dispatch
import Synchronization
import Testing

@testable import Diffusion

@Suite("The learned denoiser")
struct LearnedDenoiserTests {
  /// Weights nobody trained, all layers random, for data far from the origin.
  private func weights(
    predicts: Parameterization = .v, hidden: [Int] = [11, 5], deviation: Double = 0.3
  ) -> Weights {
    var stream = Randomness(seed: 12).stream(.initialization)
    let features = FeatureMap(from: &stream)
    let architecture = NetworkSpecification(hidden: hidden, predicts: predicts).architecture(
      labels: 0)
    return Weights(
      TrainedNetwork(
        architecture: architecture,
        standardization: Standardization(centre: Point(5, -2), spread: 3),
        frequencies: features.frequencies,
        parameters: (0..<architecture.parameterCount).map { _ in
          Float(deviation * stream.normalPoint().x)
        },
        data: "nothing", steps: 0, seed: 12), predicts: predicts)
  }

  private func points(_ count: Int) -> [Point] {
    var stream = Randomness(seed: 13).stream(.data)
    return stream.normalPoints(count).map { 3 * $0 }
  }

  @Test("Answers what the formulas say of the plain network's output")
  func formulas() {
    let weights = weights()
    let level = NoiseLevel(alpha: 0.8, sigma: 0.5)
    let canonical = weights.standardization.canonical(level)
    let plain = PlainNetwork(
      architecture: weights.architecture, parameters: weights.parameters.map { Double($0) })
    let features = FeatureMap(frequencies: weights.frequencies)
    let points = points(70)
    for (point, estimate) in zip(
      points, LearnedDenoiser(weights: weights).estimates(of: points, at: level))
    {
      let row = features.row(
        SIMD2<Float>(canonical.point(point)), logSNR: canonical.level.logSNR)
      let output = plain.outputs(of: row.map { Double($0) })
      let v = Point(output[0], output[1])
      let seen = canonical.point(point)
      let clean = canonical.level.alpha * seen - canonical.level.sigma * v
      #expect(deviation(estimate.clean, Point(5, -2) + 3 * clean) < 1e-5)
      #expect(deviation(estimate.renoised(to: level), point) < 1e-9)
    }
  }

  @Test("A point's answer does not depend on who else is asked, or from where")
  func independence() {
    let denoiser = LearnedDenoiser(weights: weights())
    let level = NoiseLevel(alpha: 0.6, sigma: 0.8)
    let points = points(131)
    let together = denoiser.estimates(of: points, at: level)
    #expect(points.map { denoiser.estimates(of: [$0], at: level)[0] } == together)
    let mismatches = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if denoiser.estimates(of: points, at: level) != together {
        mismatches.add(1, ordering: .relaxed)
      }
    }
    #expect(mismatches.load(ordering: .relaxed) == 0)
    #expect(denoiser.estimates(of: [], at: level).isEmpty)
  }

  @Test("Finite at both ends of time and far away", arguments: Parameterization.allCases)
  func ends(_ predicts: Parameterization) {
    let denoiser = LearnedDenoiser(weights: weights(predicts: predicts))
    let levels = [
      NoiseLevel.clean, NoiseLevel(alpha: 0, sigma: 1), NoiseLevel(alpha: 1e-200, sigma: 1),
      NoiseLevel(alpha: 1, sigma: 1e-200), NoiseLevel(alpha: 1, sigma: 1e6),
    ]
    for level in levels {
      for point in [Point.zero, Point(1e6, -1e6)] {
        let estimate = denoiser.estimates(of: [point], at: level)[0]
        #expect(estimate.clean.isFinite && estimate.noise.isFinite)
      }
    }
    let last = denoiser.estimates(of: [Point(1, 2)], at: NoiseLevel(alpha: 0, sigma: 1))[0]
    if predicts == .noise { #expect(last.clean == Point(5, -2)) }
    let first = denoiser.estimates(of: [Point(1, 2)], at: .clean)[0]
    if predicts == .clean {
      #expect(first.noise == .zero)
    } else {
      #expect(deviation(first.clean, Point(1, 2)) < 1e-12)
    }
  }

  @Test("Weights out of all proportion give finite answers")
  func brokenWeights() {
    let denoiser = LearnedDenoiser(weights: weights(deviation: 1e37))
    let estimates = denoiser.estimates(of: points(5), at: NoiseLevel(alpha: 0.6, sigma: 0.8))
    #expect(estimates.allSatisfy { $0.clean.isFinite && $0.noise.isFinite })
  }

  @Test("The same log-SNR is the same question in every schedule's coordinates")
  func coordinates() {
    let denoiser = LearnedDenoiser(weights: weights())
    let points = points(5)
    let exploding = NoiseLevel(alpha: 1, sigma: 2.5)
    let scale = exploding.scale
    let preserving = NoiseLevel(alpha: 1 / scale, sigma: 2.5 / scale)
    let one = denoiser.estimates(of: points, at: exploding)
    let other = denoiser.estimates(of: points.map { $0 / scale }, at: preserving)
    for (a, b) in zip(one, other) {
      #expect(deviation(a.clean, b.clean) < 1e-5)
      #expect(deviation(a.noise, b.noise) < 1e-5)
    }
  }
}
