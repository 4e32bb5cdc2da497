import Foundation
import Testing

@testable import Diffusion

/// A word that is learned from a few pictures.
@Suite struct LearnedWordTests {
  private static let vocabulary = PictureVocabulary(PictureSource.digits.attributes)
  private static let colours = vocabulary.tokens(of: 1)

  /// Where the latents of a colour lie.
  private static func centre(_ colour: Int) -> [Float] {
    let angle = 2 * Float.pi * Float(colour) / Float(colours.count)
    return [1.3 * cos(angle), 1.3 * sin(angle)]
  }

  private static func latent(_ colour: Int, from stream: inout RandomStream) -> [Float] {
    zip(centre(colour), LatentNoise.normals(2, from: &stream)).map { $0 + 0.15 * $1 }
  }

  @Test("It comes to mean what its latents have in common, as if the text encoder had known it")
  func inversion() throws {
    var stream = Randomness(seed: 4).stream(.training)
    let text = TextEncoder(kind: .bagOfWords, vocabulary: Self.vocabulary, from: &stream)
    var trainer = PromptedDenoiserTrainer(widths: [2], from: &stream)
    for _ in 0..<900 {
      let batch = (0..<64).map { _ in
        let colour = Int(stream.next() % UInt64(Self.colours.count))
        return PromptedPair(
          latent: Self.latent(colour, from: &stream),
          embedding: text.embedding(of: [Self.colours.lowerBound + colour]))
      }
      _ = trainer.step(on: batch, rate: 0.005, from: &stream)
    }
    let denoiser = trainer.denoiser(on: PartBasis())
    let examples = (0..<5).map { _ in Self.latent(3, from: &stream) }
    var learner = LearnedWordTrainer(of: examples, text: text, groups: denoiser.groups)
    for _ in 0..<200 { _ = learner.step(batch: 64, rate: 0.02, from: &stream) }
    let known = text.knowing(learner.word(on: PartBasis()))
    #expect(
      known.embedding(of: [Self.colours.lowerBound])
        == text.embedding(of: [Self.colours.lowerBound]))

    let laboratory = try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 12),
        method: LatentSettings(latents: 2), seed: 5))
    /// The share of samples that lie nearest to the colour of the examples.
    func share(_ encoder: TextEncoder, weight: Double) -> Double {
      let row = encoder.embedding(of: [Self.vocabulary.newWord])
      let rows = [[Float]](repeating: row, count: 120).flatMap(\.self)
      let terms = [PromptedLatents.Term(embeddings: rows, weight: weight)]
      let run = LatentRun(
        asking: PromptedLatents(denoiser, terms: terms), latents: 2, count: 120, in: laboratory)
      let near = run.finish().count { latent in
        let distances = (0..<Self.colours.count).map { colour in
          zip(latent, Self.centre(colour)).reduce(Float(0)) {
            $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
          }
        }
        return distances.firstIndex(of: distances.min() ?? 0) == 3
      }
      return Double(near) / 120
    }
    let chance = 1 / Double(Self.colours.count)
    #expect(share(text, weight: 1) < 0.5)
    #expect(share(known, weight: 1) > 0.8)
    #expect(share(known, weight: -2) < chance)
  }

  @Test("Before it is learned it is refused, and says how to learn it")
  func unknown() throws {
    var trainer = LatentTrainer(
      LatentSettings(), training: TrainingSpecification(batch: 16),
      parts: [.autoencoder, .text, .diffusion], iterations: 1, seed: 3)
    for _ in trainer.stages { _ = trainer.step() }
    let parts = trainer.weights.parts
    let laboratory = try Laboratory(
      Experiment(distribution: .named(.digits), method: LatentSettings(), seed: 5))
    let process = try #require(laboratory.latent)
    let prompt = try PicturePrompt("seven not *", in: Self.vocabulary)
    #expect {
      _ = try process.run(by: parts, prompts: [prompt], count: 2, in: laboratory)
    } throws: {
      "\($0)".contains("the word * means nothing yet")
    }
  }
}
