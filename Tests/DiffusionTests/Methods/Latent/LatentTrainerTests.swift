import Foundation
import Testing

@testable import Diffusion

/// The parts together: training, files, runs.
@Suite struct LatentTrainerTests {
  private static let training = TrainingSpecification(batch: 64)

  private static func trainer(
    _ parts: [LatentPart], knowing known: LatentParts = LatentParts(), iterations: Int = 3
  ) -> LatentTrainer {
    LatentTrainer(
      LatentSettings(), training: training, parts: parts, knowing: known, iterations: iterations,
      examples: [[Float](repeating: 0.5, count: 192)], seed: 2)
  }

  private static func trained(_ part: LatentPart, steps: Int = 3) -> LatentWeights {
    var trainer = trainer([part], iterations: steps)
    for _ in 0..<steps { _ = trainer.step() }
    return trainer.weights
  }

  @Test("A part learns: its loss falls", arguments: [LatentPart.autoencoder, .classifier, .clip])
  func learning(part: LatentPart) {
    var trainer = Self.trainer([part], iterations: 90)
    let losses = (0..<90).map { _ in trainer.step() }
    let (first, last) = (losses.prefix(8).reduce(0, +), losses.suffix(8).reduce(0, +))
    #expect(last < 0.75 * first)
    #expect(trainer.weights.learned == [part])
  }

  @Test("Parts take their turns, and the same seed gives the same bytes")
  func turns() throws {
    var one = Self.trainer([.text, .classifier])
    var other = one
    var seen: [LatentPart] = []
    for _ in 0..<6 {
      seen.append(one.stage.part)
      #expect(one.step() == other.step())
    }
    #expect(seen == [.text, .text, .text, .classifier, .classifier, .classifier])
    #expect(try one.weights.encoded() == other.weights.encoded())
    #expect(one.weights.learned == [.text, .classifier])
  }

  @Test("A file names its parts and gives them again", arguments: LatentPart.allCases)
  func files(part: LatentPart) throws {
    var trainer = Self.trainer(part.needs + [part], iterations: 1)
    for _ in trainer.stages { _ = trainer.step() }
    let weights = trainer.weights.only([part])
    let data = try weights.encoded()
    let words = try Safetensors(decoding: data).metadata
    #expect(words["parts"] == part.id && words["method"] == "latent")
    let read = try LatentWeights(decoding: data)
    #expect(read.learned == [part] && read.parts.present == [part])
    #expect(try read.encoded() == data)
    if part != .text { #expect(read.parts == weights.parts.only([part])) }
  }

  @Test("A file that says other sizes than it has is refused")
  func damage() throws {
    var file = try Safetensors(decoding: Self.trained(.classifier).only([.classifier]).encoded())
    file.metadata["parts"] = "clip"
    #expect(throws: WeightsError.self) { try LatentWeights(decoding: file.encoded()) }
    file.metadata["parts"] = "decoder"
    #expect {
      _ = try LatentWeights(decoding: file.encoded())
    } throws: {
      "\($0)".contains("decoder") && "\($0)".contains("autoencoder, text, diffusion")
    }
    file.metadata["parts"] = "classifier"
    file.tensors["classifier.network.layers.0.bias"]?.values[0] = .nan
    #expect(throws: WeightsError.self) { try LatentWeights(decoding: file.encoded()) }
  }

  @Test("Latents are of mean 0 and unit spread, and pictures of them from 0 to 1")
  func latents() throws {
    let weights = Self.trained(.autoencoder, steps: 10)
    let autoencoder = try #require(weights.parts.autoencoder)
    var pool = PicturePool(of: .digits, isComplete: false, seed: 2)
    var stream = Randomness(seed: 1).stream(.data)
    let pictures = pool.batch(256, from: &stream).map(\.pixels)
    let latents = autoencoder.latents(of: pictures)
    #expect(latents.allSatisfy { $0.count == 4 })
    for index in 0..<4 {
      let squares = latents.reduce(0) { $0 + $1[index] * $1[index] } / 256
      #expect((0.4...2.5).contains(squares))
    }
    let back = autoencoder.pictures(of: latents)
    #expect(back.allSatisfy { $0.count == 192 && $0.allSatisfy { (0...1).contains($0) } })
  }

  @Test("Latents are points and back again", arguments: 2...4)
  func packing(count: Int) {
    let rows = (0..<5).map { row in (0..<count).map { Float(row * count + $0) } }
    let points = PromptedLatents.points(of: rows, count)
    #expect(points.count == 5 * PromptedLatents.points(perLatent: count))
    #expect(PromptedLatents.latents(of: points, count) == rows)
  }

  @Test("A prompt of weight 0 asks for nothing, and one of weight 1 is its own model")
  func weights() throws {
    var trainer = Self.trainer([.autoencoder, .text, .diffusion], iterations: 4)
    for _ in 0..<12 { _ = trainer.step() }
    let parts = trainer.weights.parts
    let denoiser = try #require(parts.diffusion)
    let text = try #require(parts.text)
    let embedding = text.embedding(of: [7])
    var stream = Randomness(seed: 3).stream(.start)
    let points = stream.normalPoints(6)
    let level = NoiseLevel(alpha: 0.8, sigma: 0.6)
    func estimates(_ terms: [PromptedLatents.Term]) -> [Estimate] {
      PromptedLatents(denoiser, terms: terms).estimates(of: points, at: level)
    }
    let rows = [[Float]](repeating: embedding, count: 3).flatMap(\.self)
    #expect(estimates([.init(embeddings: rows, weight: 0)]) == estimates([]))
    let told = denoiser.velocities(
      of: PromptedLatents.latents(of: points, 4).flatMap(\.self), logSNR: level.logSNR,
      prompts: [rows])
    let own = estimates([.init(embeddings: rows, weight: 1)])
    let back = PromptedLatents.latents(of: own.map { $0.v(at: level) }, 4)
    let worst = zip(told.flatMap(\.self), back.flatMap(\.self)).map { abs($0 - $1) }.max() ?? 1
    #expect(worst < 1e-5)
  }
}
