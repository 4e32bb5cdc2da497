import Synchronization
import Testing

@testable import Diffusion

/// CLIP's embeddings of pictures made of those of texts, by two priors.
@Suite struct EmbeddingPriorTests {
  @Test("A prior's run is not made before the first step of the run that it is for")
  func later() throws {
    let (settings, training) = (LatentSettings(generator: .dallE), TrainingSpecification(batch: 8))
    var first = LatentTrainer(settings, training: training, parts: [.clip], iterations: 1, seed: 2)
    _ = first.step()
    var second = LatentTrainer(
      settings, training: training, parts: [.prior], knowing: first.weights.parts, iterations: 1,
      seed: 2)
    _ = second.step()
    let denoiser = try #require(second.weights.parts.prior).diffusion
    let asked = Mutex(0)
    let told = PromptedLatents(denoiser, termCount: 1) {
      asked.withLock { $0 += 1 }
      return [PromptedLatents.Term(embeddings: Array(repeating: 0.5, count: 1000), weight: 1)]
    }
    let laboratory = try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 3),
        method: settings, seed: 5))
    let run = LatentRun(
      asking: told, atFirst: PromptedLatents(denoiser, terms: []), latents: denoiser.latents,
      count: 4, in: laboratory)
    let expected = run.expected(run.start, 0)
    #expect(expected.allSatisfy { $0.isFinite })
    #expect(asked.withLock { $0 } == 0)
    #expect(run.finish().count == 4)
    #expect(asked.withLock { $0 } == 1)
  }

  @Test("Either prior makes embeddings nearer to pictures of the prompt than to others")
  func priors() throws {
    let (settings, training) = (
      LatentSettings(generator: .dallE), TrainingSpecification(batch: 64)
    )
    var first = LatentTrainer(
      settings, training: training, parts: [.clip], iterations: 220, seed: 2)
    for _ in 0..<220 { _ = first.step() }
    var second = LatentTrainer(
      settings, training: training, parts: [.prior], knowing: first.weights.parts, iterations: 600,
      seed: 2)
    for _ in 0..<600 { _ = second.step() }
    let prior = try #require(second.weights.parts.prior)
    let clip = try #require(second.weights.parts.clip)
    #expect(prior.basis.fingerprints == [.clip: clip.fingerprint])
    let laboratory = try Laboratory(
      Experiment(
        distribution: .named(.digits), sampler: SamplerSpecification(kind: .ddim, steps: 8),
        method: LatentSettings(generator: .dallE), seed: 5))
    let count = 60
    let digits = (0..<count).map { $0 % 10 }
    let told = digits.flatMap { clip.embeddings(ofTexts: [[$0]])[0] }
    let terms = [PromptedLatents.Term(embeddings: told, weight: 1)]
    let runs = [
      LatentRun(
        asking: PromptedLatents(prior.diffusion, terms: terms), latents: PictureMatcher.width,
        count: count, pass: 1, in: laboratory),
      LatentRun(asking: prior.autoregressive, terms: terms, count: count, in: laboratory),
    ]
    var stream = Randomness(seed: 8).stream(.data)
    let real = digits.map { PictureSource.digits.picture(with: [$0], from: &stream).pixels }
    let pictures = clip.directions(of: real)
    for run in runs {
      let made = clip.brought(run.finish()).map { $0.map { Double($0) } }
      var (own, other) = (0.0, 0.0)
      for (index, embedding) in made.enumerated() {
        #expect(abs(Units.product(embedding, embedding) - Double(PictureMatcher.width)) < 1e-3)
        own += Units.product(embedding, pictures[index])
        other += Units.product(embedding, pictures[(index + 1) % count])
      }
      #expect(own > other + 0.3 * Double(count))
    }
  }
}
