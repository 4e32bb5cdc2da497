import Foundation
import Testing

@testable import Diffusion

@Suite("Energy models")
struct EnergyTests {
  private static let pair = DistributionSpecification.components([
    GaussianMixture.Component(
      weight: 0.3, mean: Point(-1, 0.5), covariance: Covariance(xx: 0.2, xy: 0.1, yy: 0.3),
      label: "a"),
    GaussianMixture.Component(
      weight: 0.7, mean: Point(1, 0), covariance: Covariance(standardDeviation: 0.3), label: "b"),
  ])

  private static func laboratory(
    _ settings: EnergySettings = EnergySettings(), of data: DistributionSpecification = pair
  ) throws -> Laboratory {
    var experiment = Experiment(
      title: "Energy", distribution: data, method: settings, particles: 500, seed: 4)
    experiment.sampler = SamplerSpecification(kind: .langevin, steps: 12)
    experiment.model.network.hidden = [32, 32]
    experiment.training.batch = 64
    return try Laboratory(experiment)
  }

  private static func trained(
    _ objective: EnergyObjective = .denoising, steps: Int
  ) throws -> EnergyTrainer {
    let laboratory = try laboratory(EnergySettings(objective: objective))
    var trainer = try #require(laboratory.trainingProcess as? EnergyTrainer)
    for _ in 0..<steps { _ = trainer.step() }
    return trainer
  }

  @Test("The gradient of a learned energy is what its differences say", arguments: [0.03, 0.3, 2])
  func gradient(sigma: Double) throws {
    let energy = LearnedEnergy(try Self.trained(steps: 40).weights)
    let level = NoiseLevel(alpha: 0.9, sigma: sigma)
    var stream = Randomness(seed: 2).stream(.data)
    let points = stream.normalPoints(20)
    // A sixty-fourth of the least noise, which single precision still tells apart.
    let step = sigma / 16
    func energies(_ shift: Point) -> [Double] {
      energy.energies(of: points.map { $0 + shift }, at: level).map(\.energy)
    }
    let across = zip(energies(Point(step, 0)), energies(Point(-step, 0))).map {
      ($0 - $1) / (2 * step)
    }
    let up = zip(energies(Point(0, step)), energies(Point(0, -step))).map { ($0 - $1) / (2 * step) }
    let readings = energy.energies(of: points, at: level)
    let estimates = energy.estimates(of: points, at: level)
    for index in points.indices {
      let gradient = readings[index].gradient
      #expect((gradient - Point(across[index], up[index])).length < 0.02 * (1 + gradient.length))
      // As a denoiser it says the same.
      #expect((sigma * gradient - estimates[index].noise).length < 1e-4 * (1 + gradient.length))
    }
  }

  @Test("The density of the exact energy is the density", arguments: [0.0, 0.4])
  func exactDensity(sigma: Double) throws {
    let mixture = try Self.laboratory().mixture
    let level = NoiseLevel(alpha: 0.8, sigma: sigma)
    let window = EnergyWindow(of: mixture, at: level)
    let density = EnergyDensity(of: ExactEnergy(of: mixture), at: level, over: window)
    #expect(abs(density.logPartition) < 1e-8)
    #expect(abs(density.divergence(from: mixture, over: window)) < 1e-8)
    #expect(abs(density.modeDivergence(from: mixture, over: window)) < 1e-8)
    let shifted = EnergyWindow(of: mixture, at: level, shift: 0.5)
    #expect(abs(density.mass(over: shifted) - 1) < 1e-8)
  }

  @Test("Contrastive divergence finds out how much of everything lies in valleys no chain leaves")
  func shares() throws {
    let far = DistributionSpecification.components(
      [(0.8, -1.0, "a"), (0.2, 1.0, "b")].map { weight, x, label in
        GaussianMixture.Component(
          weight: weight, mean: Point(x, 0), covariance: Covariance(standardDeviation: 0.1),
          label: label)
      })
    let laboratory = try Self.laboratory(
      EnergySettings(objective: .contrastiveDivergence), of: far)
    var trainer = try #require(laboratory.trainingProcess as? EnergyTrainer)
    for _ in 0..<3000 { _ = trainer.step() }
    let level = NoiseLevel(alpha: 0.99, sigma: 0.14)
    let window = EnergyWindow(of: laboratory.mixture, at: level)
    let density = EnergyDensity(of: LearnedEnergy(trainer.weights), at: level, over: window)
    // Chains alone leave 0.1 to 0.8, by the seed.
    #expect(density.modeDivergence(from: laboratory.mixture, over: window) < 0.05)
  }

  @Test("Of two far modes with other shares all of the divergence is in the shares")
  func modes() throws {
    func mixture(_ share: Double) throws -> GaussianMixture {
      try GaussianMixture(
        components: [(share, -1.0, "a"), (1 - share, 1.0, "b")].map { weight, x, label in
          GaussianMixture.Component(
            weight: weight, mean: Point(x, 0), covariance: Covariance(standardDeviation: 0.1),
            label: label)
        })
    }
    let (even, other) = (try mixture(0.5), try mixture(0.2))
    let level = NoiseLevel(alpha: 0.99, sigma: 0.1)
    let window = EnergyWindow(of: even, at: level)
    let density = EnergyDensity(of: ExactEnergy(of: other), at: level, over: window)
    let expected = 0.5 * log(0.5 / 0.2) + 0.5 * log(0.5 / 0.8)
    #expect(abs(density.divergence(from: even, over: window) - expected) < 1e-6)
    #expect(abs(density.modeDivergence(from: even, over: window) - expected) < 1e-6)
  }

  @Test("A learned density integrates to 1 by any grid, and comes near to the true one")
  func learnedDensity() throws {
    let level = NoiseLevel(alpha: 0.9, sigma: 0.45)
    let mixture = try Self.laboratory().mixture
    let window = EnergyWindow(of: mixture, at: level, most: 64)
    func divergence(steps: Int) throws -> (divergence: Double, mass: Double) {
      let model = LearnedEnergy(try Self.trained(steps: steps).weights)
      let density = EnergyDensity(of: model, at: level, over: window)
      let shifted = EnergyWindow(of: mixture, at: level, most: 64, shift: 0.5)
      return (density.divergence(from: mixture, over: window), density.mass(over: shifted))
    }
    let (before, after) = (try divergence(steps: 1), try divergence(steps: 250))
    #expect(abs(after.mass - 1) < 1e-3)
    #expect(after.divergence < 0.05 && after.divergence > 0)
    #expect(before.divergence > 3 * after.divergence)
  }

  @Test("Chains that may refuse leave a density as it is at any step, and others do not")
  func metropolis() throws {
    let mixture = try Self.laboratory().mixture
    let model = ExactEnergy(of: mixture)
    let level = NoiseLevel(alpha: 0.8, sigma: 0.4)
    let diffused = mixture.diffused(to: level)
    func meanEnergy(_ isMetropolis: Bool, steps: Int) -> (energy: Double, acceptance: Double) {
      var stream = Randomness(seed: 3).stream(.data)
      let clean = mixture.draw(4000, from: &stream).points
      let start = ForwardProcess.kernel(
        clean: clean, noise: stream.normalPoints(4000), level: level)
      let chain = EnergyChain(in: model, at: level, ratio: 0.9, isMetropolis: isMetropolis)
      let walked = chain.walked(start, steps: steps, from: &stream)
      let energies = walked.points.map { -diffused.logDensity(at: $0) }
      return (energies.reduce(0, +) / 4000, walked.acceptance)
    }
    let (exact, refused, plain) = (
      meanEnergy(true, steps: 0), meanEnergy(true, steps: 15), meanEnergy(false, steps: 15)
    )
    // The energy of a Gaussian of the plane has the standard deviation 1.
    let deviation = 1.2 / 4000.0.squareRoot()
    #expect(abs(refused.energy - exact.energy) < 6 * deviation)
    #expect(plain.energy > exact.energy + 12 * deviation)
    #expect(refused.acceptance > 0.3 && refused.acceptance < 0.99 && plain.acceptance == 1)
  }

  @Test("A run of the exact energy ends in the data, whether steps may be refused or not")
  func run() throws {
    for isMetropolis in [true, false] {
      let laboratory = try Self.laboratory(EnergySettings(isMetropolis: isMetropolis))
      let ends = try laboratory.generation(by: nil, count: 400).run()
      #expect(ModeCensus.shareWithinThree(of: ends, in: laboratory.mixture) > 0.97)
    }
  }

  @Test(
    "Both objectives are learned, and come back from a file", arguments: EnergyObjective.allCases)
  func objectives(objective: EnergyObjective) throws {
    let trainer = try Self.trained(objective, steps: 150)
    let weights = trainer.weights
    #expect(try EnergyWeights(decoding: weights.encoded()) == weights)
    #expect(try Self.trained(objective, steps: 150).weights == weights)
    let laboratory = try Self.laboratory(EnergySettings(objective: objective))
    var more = try #require(laboratory.trainingProcess(continuing: weights))
    _ = more.step()
    #expect(more.steps == 151)
    let level = NoiseLevel(alpha: 0.9, sigma: 0.45)
    let window = EnergyWindow(of: laboratory.mixture, at: level, most: 48)
    let density = EnergyDensity(of: LearnedEnergy(weights), at: level, over: window)
    #expect(density.divergence(from: laboratory.mixture, over: window) < 0.25)
  }

  @Test("Valleys far apart are changed sooner along the noise levels")
  func mixing() throws {
    let laboratory = try Self.laboratory()
    let meter = try MixingMeter.reading(
      of: ExactEnergy(of: laboratory.mixture), count: 60, steps: 30, in: laboratory)
    let reading = try #require(meter)
    #expect(reading.annealed < reading.alone)
    #expect(reading.acceptance > 0.5)
  }

  @Test("What does not fit is refused in one line")
  func refusals() throws {
    var experiment = try Self.laboratory().experiment
    experiment.sampler.kind = .heun
    #expect(throws: ExperimentError.self) { try Laboratory(experiment) }
    let weights = try Self.trained(steps: 1).weights
    experiment.sampler.kind = .langevin
    experiment.distribution = .named(.twoMoons)
    let other = try Laboratory(experiment)
    #expect(other.trainingProcess(continuing: weights) == nil)
  }
}
