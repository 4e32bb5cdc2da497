import Foundation
import Testing

@testable import Diffusion

/// Runs, files and the exact map of a variational auto-encoder.
@Suite struct VAEProcessTests {
  private static func laboratory(
    _ settings: VAESettings, hidden: [Int] = [8]
  ) throws -> Laboratory {
    var experiment = Experiment(distribution: .named(.twoMoons), particles: 100, seed: 3)
    experiment.methodSpecification = MethodSpecification(settings)
    experiment.model.network.hidden = hidden
    return try Laboratory(experiment)
  }

  @Test("The exact map takes points to latents and back", arguments: [1, 2])
  func exactMap(latents: Int) throws {
    let laboratory = try Self.laboratory(VAESettings(latents: latents))
    let map = try #require(laboratory.vae).exact
    let points = laboratory.data(count: 60).points
    let codes = map.latents(of: points)
    let means = map.means(of: codes)
    for (index, point) in points.enumerated() {
      #expect(abs(means[index].x - point.x) < 1e-6)
      if latents == 2 { #expect(abs(means[index].y - point.y) < 1e-6) }
      #expect(latents == 2 || codes[index].y == 0)
    }
    for (direct, mean) in zip(map.means(ofPoints: points), means) {
      #expect((direct - mean).length < 1e-6)
    }
  }

  @Test("A run goes to the decoder's means and then its spread beyond them", arguments: [1, 2])
  func run(latents: Int) throws {
    let laboratory = try Self.laboratory(VAESettings(latents: latents, spread: .fixed(0.3)))
    var trainer = try #require(laboratory.vae).trainer(in: laboratory)
    for _ in 0..<3 { _ = trainer.step() }
    let model = trainer.weights.networks
    #expect(abs(model.spread - 0.3) < 1e-12)
    let run = try laboratory.generation(by: trainer.weights, count: 500)
    let halfway = run.advance(SamplingState(run.start), 0).points
    #expect(halfway == model.means(of: run.start))
    let offsets = zip(run.run(), halfway).map { ($0 - $1) / 0.3 }
    let variance = offsets.reduce(0) { $0 + $1.squaredLength } / 1000
    #expect(abs(variance - 1) < 0.15)
    #expect(latents == 2 || run.start.allSatisfy { $0.y == 0 })
  }

  @Test("Weights are read back as they were written", arguments: [[], [8], [8, 5]])
  func file(hidden: [Int]) throws {
    let laboratory = try Self.laboratory(VAESettings(latents: 1, beta: 0.5), hidden: hidden)
    var trainer = try #require(laboratory.vae).trainer(in: laboratory)
    for _ in 0..<3 { _ = trainer.step() }
    let weights = trainer.weights
    let read = try VAEWeights(decoding: try weights.encoded())
    #expect(read == weights)
    #expect(laboratory.trainingProcess(continuing: read)?.steps == 3)
    let other = try Self.laboratory(VAESettings(latents: 2), hidden: hidden)
    #expect(other.trainingProcess(continuing: read) == nil)
    #expect(throws: GenerationError.self) { try other.generation(by: read, count: 2) }
  }

  @Test("The same seed gives the same bytes, and another others")
  func determinism() throws {
    let laboratory = try Self.laboratory(VAESettings())
    var trainers = (0..<2).compactMap { _ in laboratory.vae?.trainer(in: laboratory) }
    for index in trainers.indices { for _ in 0..<4 { _ = trainers[index].step() } }
    #expect(try trainers[0].weights.encoded() == trainers[1].weights.encoded())
  }

  @Test(
    "What cannot be is refused, with its place",
    arguments: [
      (VAESettings(latents: 0), "latents", "latents must be 1 or 2"),
      (VAESettings(latents: 3), "latents", "not 3"),
      (VAESettings(beta: -1), "beta", "beta must be from 0 to 100, not -1.0"),
      (VAESettings(beta: .nan), "beta", "not nan"),
      (VAESettings(spread: .fixed(0)), "spread", "spread must be learned, or from 1e-06"),
    ])
  func badInput(settings: VAESettings, key: String, words: String) throws {
    do {
      _ = try Self.laboratory(settings)
      Issue.record("nothing was refused")
    } catch let error as ExperimentError {
      #expect(error.path == [key] && error.description.contains(words), "\(error)")
    }
  }

  @Test("No hidden layers are linear maps here, and refused elsewhere")
  func linear() throws {
    _ = try Self.laboratory(VAESettings(), hidden: [])
    var experiment = Experiment(distribution: .named(.twoMoons))
    experiment.model.network.hidden = []
    #expect(throws: ExperimentError.self) { try experiment.validate() }
  }
}
