import Foundation
import Testing

@testable import Diffusion

/// A word that is learned from a few pictures.
@Suite struct LearnedWordTests {
  private static let vocabulary = PictureVocabulary(PictureSource.digits.attributes)
  private static let colours = vocabulary.tokens(of: 1)

  private static let subjects = vocabulary.tokens(of: 0)

  /// Where the latents of a subject and a colour lie, which tell one number each.
  private static func centre(_ subject: Int, _ colour: Int) -> [Float] {
    [0.35 * (Float(subject) - 4.5), 0.7 * (Float(colour) - 2.5)]
  }

  private static func latent(
    _ subject: Int, _ colour: Int, from stream: inout RandomStream
  ) -> [Float] {
    zip(centre(subject, colour), LatentNoise.normals(2, from: &stream)).map { $0 + 0.1 * $1 }
  }

  /// What a latent is nearest to.
  private static func nearest(_ latent: [Float]) -> (subject: Int, colour: Int) {
    let subject = (latent[0] / 0.35 + 4.5).rounded()
    let colour = (latent[1] / 0.7 + 2.5).rounded()
    return (Int(max(-1, min(10, subject))), Int(max(-1, min(6, colour))))
  }

  /// A text encoder that has learned nothing, and a diffusion of such latents under its embeddings.
  private static func diffusion(
    from stream: inout RandomStream
  ) -> (text: TextEncoder, denoiser: PromptedDenoiser) {
    let text = TextEncoder(kind: .bagOfWords, vocabulary: vocabulary, from: &stream)
    var trainer = PromptedDenoiserTrainer(widths: [2], from: &stream)
    for _ in 0..<6000 {
      let batch = (0..<64).map { _ in
        let subject = Int(stream.next() % UInt64(subjects.count))
        let colour = Int(stream.next() % UInt64(colours.count))
        let said: [Int] =
          (stream.uniform() < 0.8 ? [subjects.lowerBound + subject] : [])
          + (stream.uniform() < 0.8 ? [colours.lowerBound + colour] : [])
        return PromptedPair(
          latent: latent(subject, colour, from: &stream), embedding: text.embedding(of: said))
      }
      _ = trainer.step(on: batch, rate: 0.005, from: &stream)
    }
    return (text, trainer.denoiser(on: PartBasis()))
  }

  /// Examples of five subjects and one colour.
  private static func examples(
    ofColour colour: Int, from stream: inout RandomStream
  ) -> (latents: [[Float]], subjects: [Int]) {
    let some = [0, 2, 5, 7, 9]
    return (some.map { latent($0, colour, from: &stream) }, some)
  }

  @Test("It means what its latents have in common: alone, beside other words and turned away")
  func inversion() throws {
    var stream = Randomness(seed: 4).stream(.training)
    let (text, denoiser) = Self.diffusion(from: &stream)
    let examples = Self.examples(ofColour: 3, from: &stream)
    let traits = LatentReader(text: text, denoiser: denoiser)
      .traits(of: examples.latents, from: &stream)
    #expect(traits.map { $0[0] } == examples.subjects)
    #expect(traits.allSatisfy { $0[1] == 3 })

    var learner = LearnedWordTrainer(
      of: examples.latents, text: text, denoiser: denoiser, from: &stream)
    for _ in 0..<300 { _ = learner.step(batch: 64, rate: 0.02, from: &stream) }
    let known = text.knowing(learner.word(on: PartBasis()))
    let new = Self.vocabulary.newWord
    #expect(
      known.embedding(of: [Self.colours.lowerBound])
        == text.embedding(of: [Self.colours.lowerBound]))
    let lengths = (0..<Self.vocabulary.traitCount).map { text.length(ofWord: $0) }
    #expect(known.length(ofWord: new) <= (lengths.min() ?? 0) * (1 + 1e-6))

    let laboratory = try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 12),
        method: LatentSettings(latents: 2), seed: 5))
    /// What samples under some words are nearest to.
    func samples(_ tokens: [Int], by encoder: TextEncoder, weight: Double) -> [(Int, Int)] {
      let rows = [[Float]](repeating: encoder.embedding(of: tokens), count: 120).flatMap(\.self)
      let terms = [PromptedLatents.Term(embeddings: rows, weight: weight)]
      return LatentRun(
        asking: PromptedLatents(denoiser, terms: terms), latents: 2, count: 120, in: laboratory
      ).finish().map(Self.nearest)
    }
    func share(_ samples: [(Int, Int)], _ holds: (Int, Int) -> Bool) -> Double {
      Double(samples.count(where: holds)) / 120
    }
    let before = samples([new], by: text, weight: 1)
    #expect(share(before) { $1 == 3 } < 0.5)
    #expect(share(samples([new], by: known, weight: 1)) { $1 == 3 } > 0.8)
    #expect(
      share(samples([new], by: known, weight: -2)) { $1 == 3 } < 1 / Double(Self.colours.count))
    // No example is of this subject.
    let both = samples([Self.subjects.lowerBound + 4, new], by: known, weight: 1)
    #expect(share(both) { $0 == 4 && $1 == 3 } > 0.6)
  }

  @Test("Its captions name what the pictures differ in, and nothing that most have in common")
  func captions() {
    // Five digits, all red, all but one bold: the one may be misread.
    let traits = (0..<5).map { [$0, 0, $0 == 2 ? 0 : 1, $0 % 3, 0, 1] }
    let captions = WordCaptions(of: traits, in: Self.vocabulary)
    var stream = Randomness(seed: 2).stream(.training)
    var seen: Set<Int> = []
    for picture in 0..<5 {
      for _ in 0..<40 {
        let tokens = captions.tokens(of: picture, from: &stream)
        #expect(tokens.count { $0 == Self.vocabulary.newWord } == 1)
        for case (let attribute, let word)? in tokens.map({ Self.vocabulary.trait(of: $0) }) {
          #expect(word == traits[picture][attribute])
          seen.insert(attribute)
        }
      }
    }
    #expect(seen == [0, 3])
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
