import Foundation
import Testing

@testable import Diffusion

@Suite("What no prediction can be below") struct LeastLossTests {
  /// Round data of one Gaussian: in standard units the clean point and the noise are alike.
  private func laboratory(
    predicts: Parameterization, target: TrainingTarget = .sample, isLabelled: Bool = false
  ) throws -> Laboratory {
    var experiment = Experiment(
      distribution: .components([
        GaussianMixture.Component(
          mean: Point(3, -1), covariance: Covariance(standardDeviation: 2), label: "a")
      ]))
    experiment.model.network.predicts = predicts
    experiment.model.network.isLabelled = isLabelled
    experiment.training.target = target
    return try Laboratory(experiment)
  }

  @Test("Of one round Gaussian it is the mean of a closed form over the levels of training")
  func oneGaussian() throws {
    // The share of noise is lognormal; alpha² + sigma² = 1, and given the point either of clean and
    // noise is unknown by the other's share.
    func mean(_ value: (_ alpha: Double, _ sigma: Double) -> Double) -> Double {
      var (sum, whole) = (0.0, 0.0)
      for index in -4000...4000 {
        let place = Double(index) / 500
        let ratio = exp(-0.9 + 1.3 * place)
        let alpha = 1 / (1 + ratio * ratio).squareRoot()
        let weight = exp(-place * place / 2)
        sum += weight * value(alpha, ratio * alpha)
        whole += weight
      }
      return sum / whole
    }
    let wanted: [(Parameterization, Double)] = [
      (.noise, mean { alpha, _ in alpha * alpha }), (.clean, mean { _, sigma in sigma * sigma }),
      (.v, 1), (.velocity, mean { alpha, sigma in (alpha + sigma) * (alpha + sigma) }),
    ]
    for (predicts, value) in wanted {
      let laboratory = try laboratory(predicts: predicts)
      let found = try #require(laboratory.leastTrainingLoss?.finished().value)
      #expect(abs(found - value) < 1e-5, "\(predicts.id): \(found) and \(value)")
    }
  }

  @Test("The exact answer can be learned to the end, and of other targets nothing is claimed")
  func targets() throws {
    let exact = try laboratory(predicts: .v, target: .exactPosterior)
    #expect(exact.leastTrainingLoss?.value == 0)
    let batch = try laboratory(predicts: .v, target: .batchPosterior)
    #expect(batch.leastTrainingLoss?.progress == nil)
    let labelled = try laboratory(predicts: .v, isLabelled: true)
    #expect(labelled.leastTrainingLoss?.progress == nil)
  }

  @Test("At a level it is what an integral over the plane gives, on a lopsided mixture")
  func atALevel() {
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let integral = PlaneIntegral(mixture: PlaneIntegral.lopsided, level: level)
      .value(steps: 200) { $0.density * $0.covariance.trace / 2 }
    let found = LeastLoss.ofNoise(in: PlaneIntegral.lopsided, at: level)
    #expect(abs(found - integral * 0.64 / 0.36) < 1e-5)
    #expect(LeastLoss.ofNoise(in: PlaneIntegral.lopsided, at: .clean) == 1)
    let nearly = NoiseLevel(alpha: 1, sigma: 1e-4)
    #expect(abs(LeastLoss.ofNoise(in: PlaneIntegral.lopsided, at: nearly) - 1) < 1e-3)
  }
}
