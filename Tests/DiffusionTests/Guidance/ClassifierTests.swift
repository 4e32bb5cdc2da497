import Foundation
import Testing

@testable import Diffusion

@Suite("The trained classifier")
struct ClassifierTests {
  private static let mixture = Distribution.eightGaussians.mixture()

  private static func trained(steps: Int, hidden: [Int] = [24]) -> ClassifierWeights {
    var trainer = ClassifierTrainer(
      mixture: mixture, dataName: "ring", network: NetworkSpecification(hidden: hidden),
      settings: TrainingSpecification(batch: 64), seed: 5)
    for _ in 0..<steps { _ = trainer.step() }
    return trainer.weights
  }

  private let points = [Point(0.3, -0.7), Point(1.2, 0.4), Point(-0.2, 0.1), Point(2, 1)]

  @Test(
    "Its gradient is the finite difference of its log probability",
    arguments: [
      NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0.2, sigma: 0.98),
      NoiseLevel(alpha: 1, sigma: 3), NoiseLevel(alpha: 0.6, sigma: 0.4),
    ])
  func gradient(level: NoiseLevel) throws {
    for (hidden, isResidual) in [([24], false), ([16, 16], true)] {
      var trainer = ClassifierTrainer(
        mixture: Self.mixture, dataName: "ring",
        network: NetworkSpecification(hidden: hidden, isResidual: isResidual),
        settings: TrainingSpecification(batch: 64), seed: 5)
      for _ in 0..<100 { _ = trainer.step() }
      let classifier = LearnedClassifier(weights: trainer.weights)
      for prompt in ["north", "north or east", "thing"] {
        let selection = try Self.mixture.vocabulary.selection(prompt)
        let gradients = try #require(
          classifier.gradients(of: selection, at: points, level: level))
        for (point, gradient) in zip(points, gradients) {
          let step = 3e-3
          func logProbability(_ offset: Point) -> Double {
            let shares = classifier.probabilities(at: [point + offset], level: level)[0]
            return log(selection.indices.reduce(0) { $0 + shares[$1] })
          }
          let difference = Point(
            logProbability(Point(step, 0)) - logProbability(Point(-step, 0)),
            logProbability(Point(0, step)) - logProbability(Point(0, -step)))
          // Floats leave about 1e-4 of a difference over so small a step.
          #expect((gradient - difference / (2 * step)).length < 2e-3 * (1 + gradient.length))
        }
      }
    }
  }

  @Test("It comes near the exact posterior")
  func posterior() throws {
    let classifier = LearnedClassifier(weights: Self.trained(steps: 500))
    for level in [NoiseLevel(alpha: 0.8, sigma: 0.6), NoiseLevel(alpha: 0.4, sigma: 0.917)] {
      let exact = Self.mixture.diffused(to: level)
      let shares = classifier.probabilities(at: points, level: level)
      for (point, shares) in zip(points, shares) {
        let expected = exact.labelPosterior(at: point)
        #expect(zip(shares, expected).allSatisfy { abs($0 - $1) < 0.1 })
      }
    }
  }

  /// With as many labels as can be told the loss begins at ln 64, above 4.
  @Test func aClassifierOfManyLabelsIsNotAstrayFromTheStart() throws {
    let mixture = try GaussianMixture(
      components: (0..<64).map { index in
        GaussianMixture.Component(
          mean: Point(Double(index % 8), Double(index / 8)),
          covariance: Covariance(standardDeviation: 0.1), label: "\(index)")
      })
    for (rate, isAstray) in [(0.007, false), (10, true)] {
      var trainer = ClassifierTrainer(
        mixture: mixture, dataName: "many",
        network: NetworkSpecification(hidden: [16]),
        settings: TrainingSpecification(batch: 64, rate: rate), seed: 2)
      for _ in 0..<150 { _ = trainer.step() }
      #expect(trainer.recoveries.isEmpty == !isAstray)
      #expect(trainer.weights.parameters.allSatisfy { $0.isFinite })
    }
  }

  @Test("What it leads to is a point's own estimate shifted, defined at both ends of time")
  func leads() throws {
    let classifier = LearnedClassifier(weights: Self.trained(steps: 20))
    let selection = try Self.mixture.vocabulary.selection("north")
    for level in [NoiseLevel(alpha: 0.8, sigma: 0.6), .clean, NoiseLevel(alpha: 0, sigma: 1)] {
      let leads = try #require(classifier.leads(to: selection, from: points, at: level))
      let gradients = try #require(
        classifier.gradients(of: selection, at: points, level: level))
      for (lead, gradient) in zip(leads, gradients) {
        #expect(deviation(lead.noise, -level.sigma * gradient) < 1e-9)
        #expect((level.alpha * lead.clean + level.sigma * lead.noise).length < 1e-9)
        #expect(lead.clean.isFinite)
      }
    }
    let moons = try Distribution.twoMoons.mixture().vocabulary.selection("upper")
    #expect(classifier.leads(to: moons, from: points, at: .clean) == nil)
  }

  @Test("The same seed gives the same bytes, on any number of threads, and they read back")
  func bytes() throws {
    var shared = ClassifierTrainer(
      mixture: Self.mixture, dataName: "ring", network: NetworkSpecification(hidden: [24]),
      settings: TrainingSpecification(batch: 64), seed: 5)
    let team = WorkerTeam(threads: 2)
    for _ in 0..<10 { _ = shared.step(on: team) }
    let weights = Self.trained(steps: 10)
    #expect(shared.weights == weights)
    #expect(try ClassifierWeights(decoding: weights.encoded()) == weights)
    let bytes = try weights.encoded()
    #expect(throws: WeightsError.self) { try Weights(decoding: bytes) }
  }

  @Test("Guidance of its kind asks it, once for each point and prompt")
  func guidance() throws {
    let classifier = LearnedClassifier(weights: Self.trained(steps: 20))
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    let exact = ExactDenoiser(mixture: Self.mixture)
    let guidance = try Guidance(
      GuidanceSpecification(label: "north", weight: 2, kind: .classifier), in: Self.mixture)
    let guided = guidance.guiding(exact, classifier: classifier)
    #expect(guided.calls(at: level) == 2)
    let selection = try #require(guidance.wanted)
    let shifts = try #require(classifier.leads(to: selection, from: points, at: level))
    let plain = exact.estimates(of: points, at: level)
    for (k, estimate) in guided.estimates(of: points, at: level).enumerated() {
      #expect(deviation(estimate.noise, plain[k].noise + 2 * shifts[k].noise) < 1e-12)
    }
  }
}
