import Foundation
import Testing

@testable import Diffusion

/// Runs, files and training of denoising diffusion GANs.
@Suite struct DiffusionGANProcessTests {
  private static func laboratory(jump: Int = 250, timesteps: Int = 1000) throws -> Laboratory {
    var experiment = Experiment(
      distribution: .named(.twoMoons), schedule: ScheduleSpecification(timesteps: timesteps),
      particles: 100, seed: 3)
    experiment.methodSpecification = MethodSpecification(DiffusionGANSettings(jump: jump))
    experiment.model.network.hidden = [8]
    experiment.training.batch = 32
    return try Laboratory(experiment)
  }

  private static func trained(steps: Int = 3, jump: Int = 250) throws -> DiffusionGANWeights {
    let laboratory = try Self.laboratory(jump: jump)
    var trainer = try #require(laboratory.diffusionGAN).trainer(in: laboratory)
    for _ in 0..<steps { _ = trainer.step() }
    return trainer.weights
  }

  @Test("A run makes the jumps of the ladder, one by one", arguments: [100, 250, 1000])
  func run(jump: Int) throws {
    let laboratory = try Self.laboratory(jump: jump)
    let weights = try Self.trained(jump: jump)
    let process = try #require(laboratory.diffusionGAN)
    let run = try laboratory.generation(by: weights, count: 40)
    #expect(run.steps == 1000 / jump)
    #expect(process.calls(of: weights.networks, in: laboratory) == run.steps)
    var points = run.start
    for index in 0..<run.steps {
      points = process.ladder.jumped(
        points, index, by: weights.networks, laboratory.experiment.randomness)
    }
    #expect(run.run() == points)
    #expect(try laboratory.generation(by: weights, count: 40).run() == points)
  }

  @Test("Weights are read back as they were written, and trained on")
  func file() throws {
    let weights = try Self.trained()
    let read = try DiffusionGANWeights(decoding: try weights.encoded())
    #expect(read == weights && read.networks.jump == 250)
    #expect(try Self.laboratory().trainingProcess(continuing: read)?.steps == 3)
    #expect(try Method.weights(decoding: try weights.encoded()) is DiffusionGANWeights)
  }

  @Test("The same seed gives the same bytes, another length of jump others")
  func determinism() throws {
    #expect(try Self.trained().encoded() == Self.trained().encoded())
    #expect(try Self.trained().encoded() != Self.trained(jump: 500).encoded())
  }

  @Test("Networks of other jumps, other levels and other methods are of no use")
  func foreign() throws {
    let weights = try Self.trained()
    for laboratory in [try Self.laboratory(jump: 500), try Self.laboratory(timesteps: 2000)] {
      #expect(throws: GenerationError.self) { try laboratory.generation(by: weights, count: 2) }
      #expect(laboratory.trainingProcess(continuing: weights) == nil)
    }
    let refusal = try #require(try Self.laboratory(jump: 500).diffusionGAN)
      .refusal(of: weights.networks)
    #expect(refusal == "the network has learned jumps of 250 steps, and jump is 500")
    var gan = Experiment(distribution: .named(.twoMoons), seed: 3)
    gan.methodSpecification = MethodSpecification(GANSettings())
    let other = try Laboratory(gan)
    #expect(throws: GenerationError.self) { try other.generation(by: weights, count: 2) }
  }

  @Test("Verdicts are the discriminator's of pairs: they depend on both points")
  func verdicts() throws {
    let networks = try Self.trained().networks
    let ladder = try #require(try Self.laboratory().diffusionGAN).ladder
    let places = [Point(0.2, 0.4), Point(-1, 0.3)]
    let here = networks.verdicts(at: places, from: Point(0.5, 0.1), ofJump: 3, in: ladder)
    #expect(here.allSatisfy { $0 > 0 && $0 < 1 } && here[0] != here[1])
    #expect(here != networks.verdicts(at: places, from: Point(-0.5, 1), ofJump: 3, in: ladder))
    #expect(here != networks.verdicts(at: places, from: Point(0.5, 0.1), ofJump: 2, in: ladder))
  }

  /// Where one jump leads all of the way, the generator's draws come near the data of one Gaussian: in a
  /// few hundred steps nearer than any cloud of the size of its first one.
  @Test("Training brings the samples nearer to the data")
  func learns() throws {
    var experiment = Experiment(distribution: .named(.eightGaussians), particles: 400, seed: 3)
    experiment.methodSpecification = MethodSpecification(DiffusionGANSettings(jump: 500))
    experiment.model.network.hidden = [32, 32]
    experiment.training.rate = 0.002
    let laboratory = try Laboratory(experiment)
    var trainer = try #require(laboratory.diffusionGAN).trainer(in: laboratory)
    let meter = SlicedWasserstein(reference: laboratory.data(count: 400).points)
    func distance() throws -> Double {
      meter.distances(to: try laboratory.generation(by: trainer.weights, count: 400).run()).second
    }
    let first = try distance()
    for _ in 0..<300 { _ = trainer.step() }
    #expect(try distance() < first / 2)
  }
}
