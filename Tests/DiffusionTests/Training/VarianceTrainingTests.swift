import Foundation
import Testing

@testable import Diffusion

@Suite("A variance that is learned") struct VarianceTrainingTests {
  private func trainer(
    _ mixture: GaussianMixture, variance: NetworkSpecification.Variance, hidden: [Int] = [32, 32]
  ) -> Trainer {
    Trainer(
      mixture: mixture, dataName: "test",
      network: NetworkSpecification(hidden: hidden, variance: variance), seed: 3)
  }

  private func gaussian(_ deviations: (Double, Double)) throws -> GaussianMixture {
    try GaussianMixture(components: [
      .init(
        mean: [0.5, 0],
        covariance: Covariance(
          xx: deviations.0 * deviations.0, xy: 0, yy: deviations.1 * deviations.1), label: "a")
    ])
  }

  /// Of one Gaussian the clean point's variance is known, and with it the best share of every step.
  @Test("Of one Gaussian it is found, for each axis")
  func found() throws {
    let mixture = try gaussian((1.3, 0.4))
    var trainer = trainer(mixture, variance: .learned)
    for _ in 0..<1500 { _ = trainer.step() }
    let network = LearnedDenoiser(weights: trainer.weights)
    var stream = RandomStream(seed: 1)
    let spread = mixture.spread
    for ratio in [0.5, 2.0, 10] {
      // A level with this signal-to-noise ratio, of data of unit spread.
      let level = NoiseLevel(alpha: ratio.squareRoot() / spread, sigma: 1)
      let points = mixture.draw(200, from: &stream).points.map {
        level.alpha * $0 + stream.normalPoint()
      }
      let shares = try #require(network.answer(of: points, at: level).variance).shares
      let mean = shares.reduce(.zero, +) / Double(shares.count)
      for (own, deviation) in [(mean.x, 1.3), (mean.y, 0.4)] {
        let kept = 1 / (spread * spread / (deviation * deviation) + ratio)
        func best(_ length: Double) -> Double {
          let gain = ratio * (exp(length) - 1)
          return log(1 + gain * kept)
            / LearnedVariance.span(from: ratio, to: ratio + gain)
        }
        // The best of a long step and that of a short one, and what so short a training is wrong by.
        let ends = [best(0.02), best(3)].sorted()
        #expect(own > ends[0] - 0.12 && own < ends[1] + 0.12, "\(ratio) \(own) \(ends)")
      }
    }
  }

  @Test("The mean learns as well as without, and the loss is the same to begin with")
  func mean() throws {
    let mixture = Distribution.eightGaussians.mixture()
    var (fixed, learned) = (
      trainer(mixture, variance: .fixed), trainer(mixture, variance: .learned)
    )
    #expect(abs(fixed.step() - learned.step()) < 1e-6)
    var (without, with) = (0.0, 0.0)
    for step in 1..<1200 {
      let (one, other) = (fixed.step(), learned.step())
      if step >= 900 { (without, with) = (without + one / 300, with + other / 300) }
    }
    #expect(with < 1.05 * without, "\(with) \(without)")
  }

  @Test("It goes on from a file with its variance")
  func resumed() throws {
    let mixture = Distribution.twoMoons.mixture()
    var first = trainer(mixture, variance: .learned, hidden: [8])
    for _ in 0..<20 { _ = first.step() }
    let read = try Weights(decoding: first.weights.encoded())
    var second = try #require(Trainer(continuing: read, mixture: mixture, dataName: "test"))
    _ = second.step()
    #expect(second.weights.variance == .learned && second.weights.steps == 21)
    #expect(second.weights.architecture.outputs == 4)
  }

  @Test("What cannot learn one says so")
  func refused() throws {
    func problem(_ change: (inout Experiment) -> Void) -> ExperimentError? {
      var experiment = Experiment()
      experiment.model.network.variance = .learned
      change(&experiment)
      do throws(ExperimentError) { try experiment.validate() } catch { return error }
      return nil
    }
    #expect(problem { _ in } == nil)
    let target = problem { $0.training.target = .batchPosterior }
    #expect(target?.path == ["training", "target"])
    let method = problem { $0.methodSpecification = MethodSpecification(.vae) }
    #expect(method?.path == ["model", "variance"])
    #expect(method?.description.hasSuffix("is of use to diffusion") == true)
  }
}
