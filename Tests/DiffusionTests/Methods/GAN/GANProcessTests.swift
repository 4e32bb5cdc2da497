import Foundation
import Testing

@testable import Diffusion

/// Runs, files, noise and the exact generator of a GAN.
@Suite struct GANProcessTests {
  private static func laboratory(
    _ settings: GANSettings = GANSettings(), batch: Int = 32
  ) throws -> Laboratory {
    var experiment = Experiment(distribution: .named(.twoMoons), particles: 100, seed: 3)
    experiment.methodSpecification = MethodSpecification(settings)
    experiment.model.network.hidden = [8]
    experiment.training.batch = batch
    return try Laboratory(experiment)
  }

  private static func trained(
    _ stabilizer: GANStabilizer = .r1, steps: Int = 3
  ) throws -> GANWeights {
    let laboratory = try Self.laboratory(GANSettings(stabilizer: stabilizer))
    var trainer = try #require(laboratory.gan).trainer(in: laboratory)
    for _ in 0..<steps { _ = trainer.step() }
    return trainer.weights
  }

  @Test("A run makes the generator's points of its latents in one step")
  func run() throws {
    let laboratory = try Self.laboratory()
    let weights = try Self.trained()
    let run = try laboratory.generation(by: weights, count: 40)
    #expect(run.steps == 1)
    #expect(run.run() == weights.networks.points(of: run.start))
  }

  @Test("The exact generator takes latents to data, and its inverse back")
  func exact() throws {
    let laboratory = try Self.laboratory()
    let exact = try #require(laboratory.gan).exact
    let points = laboratory.data(count: 60).points
    for (point, again) in zip(points, exact.points(of: exact.latents(of: points))) {
      #expect((point - again).length < 1e-6)
    }
  }

  @Test(
    "Weights are read back as they were written, and trained on", arguments: GANStabilizer.allCases)
  func file(stabilizer: GANStabilizer) throws {
    let weights = try Self.trained(stabilizer)
    let read = try GANWeights(decoding: try weights.encoded())
    #expect(read == weights && read.networks.stabilizer == stabilizer)
    let laboratory = try Self.laboratory(GANSettings(stabilizer: stabilizer))
    #expect(laboratory.trainingProcess(continuing: read)?.steps == 3)
    let kind = try Method.weights(decoding: try weights.encoded())
    #expect(kind is GANWeights)
  }

  @Test("The same seed gives the same bytes, and every stabilizer others")
  func determinism() throws {
    let files = try GANStabilizer.allCases.map { try Self.trained($0).encoded() }
    #expect(Set(files).count == files.count)
    #expect(try Self.trained().encoded() == Self.trained().encoded())
  }

  @Test("Instance noise falls along a line up to the usual end, and stays at what is left")
  func noise() {
    let end = Method.gan.usualIterations
    let noise = GANStabilizer.instanceNoise
    #expect(noise.noise(atStep: 1) == noise.firstNoise && noise.firstNoise > 0)
    let middle = (noise.firstNoise + noise.lastNoise) / 2
    #expect(abs(noise.noise(atStep: end / 2 + 1) - middle) < 1e-12)
    #expect(noise.lastNoise > 0 && noise.lastNoise < noise.firstNoise)
    for step in [end + 1, 3 * end] {
      #expect(abs(noise.noise(atStep: step) - noise.lastNoise) < 1e-12)
    }
    #expect(GANStabilizer.none.noise(atStep: 1) == 0 && GANStabilizer.r1.noise(atStep: 1) == 0)
  }

  /// With the generator held still, the discriminator comes to `ln p - ln q`.
  @Test("The best discriminator between two Gaussians is the logarithm of their ratio")
  func bestDiscriminator() throws {
    var stream = Randomness(seed: 5).stream(.initialization)
    var game = AdversarialGame.small(NetworkSpecification(hidden: [16, 16]), from: &stream)
    let (p, q) = (Point(0.5, 0), Point(-0.5, 0.25))
    for _ in 0..<300 {
      let real = stream.normalPoints(192).map { SIMD2<Float>($0 + p) }
      let fake = stream.normalPoints(192).map { SIMD2<Float>($0 + q) }
      _ = game.learnDiscriminator(real: real, fake: fake, penalty: 0)
      game.advanceDiscriminator(rate: 0.01)
    }
    let networks = game.networks
    let places = [Point(0, 0), Point(1, 0), Point(-1, 0), Point(0.5, -0.7), Point(-0.4, 0.8)]
    let exact = places.map { ($0 - q).squaredLength / 2 - ($0 - p).squaredLength / 2 }
    for (logit, exact) in zip(networks.logits(at: places), exact) {
      #expect(abs(logit - exact) < 0.45, "\(logit) where \(exact) is exact")
    }
    for (verdict, exact) in zip(networks.verdicts(at: places), exact) {
      #expect(abs(verdict - 1 / (1 + exp(-exact))) < 0.1)
    }
  }

  @Test("Foreign weights and guidance are refused")
  func refused() throws {
    let weights = try Self.trained()
    var experiment = Experiment(distribution: .named(.twoMoons), seed: 3)
    experiment.methodSpecification = MethodSpecification(VAESettings())
    let other = try Laboratory(experiment)
    #expect(throws: GenerationError.self) { try other.generation(by: weights, count: 2) }
    #expect(other.trainingProcess(continuing: weights) == nil)
    #expect(throws: UnknownName.self) { try GANStabilizer.named("spectral") }
  }
}
