import Testing

@testable import Diffusion

/// What the distance of features between sets of pictures does not see.
@Suite struct FrechetPairTests {
  private static func quality() throws -> LatentQuality {
    var trainer = LatentTrainer(
      LatentSettings(), training: TrainingSpecification(batch: 32),
      parts: [.classifier, .autoencoder], iterations: 40, seed: 3)
    for _ in 0..<80 { _ = trainer.step() }
    var experiment = Experiment()
    experiment.distribution = .named(.digits)
    experiment.methodSpecification = MethodSpecification(LatentSettings())
    let laboratory = try Laboratory(experiment)
    let process = try #require(laboratory.latent)
    return LatentQuality(of: trainer.weights.parts, by: process, in: laboratory)
  }

  @Test("A set without a subject and one with noise are as far from real pictures")
  func pair() throws {
    let quality = try Self.quality()
    let pair = try #require(quality.frechetPair(count: 200))
    let (one, other) = pair.distances
    #expect(one > 0 && abs(one - other) < 1e-4 * one && pair.isEqual)
    #expect(pair.noise > 0.001 && pair.incomplete.count == 200 && pair.noisy.count == 200)
    #expect(pair.noisy.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
    #expect(pair.incomplete != pair.noisy)
  }

  @Test("Of pictures so few that chance is as far as a missing subject, none are called equal")
  func few() throws {
    let quality = try Self.quality()
    let pair = try #require(quality.frechetPair(count: 3))
    #expect(pair.floor > pair.distances.incomplete && !pair.isEqual)
    let noisy = try quality.blindSpots(count: 3).first { $0.name == "fid_noisy" }
    #expect(noisy?.definition.contains("of so few chance alone") == true)
    let enough = try quality.blindSpots(count: 200).first { $0.name == "fid_noisy" }
    #expect(enough?.definition.contains("as makes both equal") == true)
  }

  @Test("The distance of real pictures to real ones falls with their number")
  func counts() throws {
    let figures = try Self.quality().blindSpots(count: 800)
    let floors = try #require(figures.first { $0.name == "fid_by_count" }?.terms)
    #expect(floors.count == 4 && floors[3] < 0.6 * floors[0])
    let text = try #require(figures.first { $0.name == "fid_by_count" }).definition
    #expect(text.contains("n of 100 200 400 800"))
  }

  @Test("Pictures that are real are as near as real ones, and coded ones no nearer")
  func reals() throws {
    let quality = try Self.quality()
    let made = try quality.real(.empty, count: 200, step: 50).map(\.pixels)
    let figures = try quality.distance(of: made, .empty)
    #expect(figures.map(\.name) == ["fid", "fid_reconstruction"])
    let floor = try #require(figures[0].floor)
    // With 200 pictures a draw moves the distance by a third or so.
    #expect(figures[0].value < 3 * floor && figures[0].value > floor / 3)
    #expect(figures[1].value > floor)
  }
}
