import Testing

@testable import Diffusion

/// A word that is learned from a few pictures.
@Suite struct LearnedWordTests {
  @Test("It comes to mean what its pictures have in common, and nothing else changes")
  func inversion() throws {
    let training = TrainingSpecification(batch: 64)
    var trainer = LatentTrainer(
      LatentSettings(encoder: .bagOfWords), training: training,
      parts: [.autoencoder, .text, .diffusion],
      iterations: 450, seed: 3)
    for _ in 0..<1350 { _ = trainer.step() }
    let parts = trainer.weights.parts
    var stream = Randomness(seed: 4).stream(.data)
    // Bold and magenta, of any digit.
    let examples = (0..<5).map { _ in
      PictureSource.digits.picture(with: [nil, 4, 1], from: &stream).pixels
    }
    var learner = LatentTrainer(
      LatentSettings(encoder: .bagOfWords), training: training, parts: [.word], knowing: parts,
      iterations: 150,
      examples: examples, seed: 3)
    for _ in 0..<150 { _ = learner.step() }
    let learned = learner.weights.parts
    for part in [LatentPart.autoencoder, .text, .diffusion] {
      #expect(learned.only([part]) == parts.only([part]))
    }
    let laboratory = try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 10),
        method: LatentSettings(encoder: .bagOfWords), seed: 5))
    let process = try #require(laboratory.latent)
    let vocabulary = process.settings.vocabulary
    func tints(_ text: String, _ parts: LatentParts) throws -> Double {
      let prompt = try PicturePrompt(text, in: vocabulary)
      let run = try process.run(by: parts, prompts: [prompt], count: 80, in: laboratory)
      let autoencoder = try #require(parts.autoencoder)
      // Of magenta, green is the channel that is not there.
      let tints = autoencoder.pictures(of: run.finish()).map { FormAndTint(of: $0).tint }
      return tints.reduce(0) { $0 + Double($1[0] + $1[2] - 2 * $1[1]) / 80 }
    }
    let (plain, new, turned) = (
      try tints("", learned), try tints("*", learned), try tints("not *", learned)
    )
    #expect(new > plain + 0.5 && turned < new - 0.5)
    #expect {
      _ = try tints("*", parts)
    } throws: {
      "\($0)".contains("the word * means nothing yet")
    }
  }
}
