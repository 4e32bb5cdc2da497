import Testing

@testable import Diffusion

/// Which parts belong together.
@Suite struct PartBasisTests {
  private static func weights(seed: UInt64, parts: [LatentPart]? = nil) -> LatentWeights {
    var trainer = LatentTrainer(
      LatentSettings(), training: TrainingSpecification(batch: 16),
      parts: parts ?? [.autoencoder, .text, .diffusion], iterations: 1, seed: seed)
    for _ in trainer.stages { _ = trainer.step() }
    return trainer.weights
  }

  @Test(
    "A diffusion knows the auto-encoder and the text encoder it has learned from, also from files")
  func belonging() throws {
    let (one, other) = (Self.weights(seed: 1), Self.weights(seed: 2))
    #expect(one.parts.stranger == nil && other.parts.stranger == nil)
    let read = try LatentWeights(decoding: one.only([.diffusion]).encoded()).parts
    let own = try LatentWeights(decoding: one.only([.autoencoder, .text]).encoded()).parts
    #expect(read.merging(own).stranger == nil)
    for part in [LatentPart.autoencoder, .text] {
      let mixed = read.merging(other.parts.only([part])).merging(own)
      let stranger = try #require(mixed.stranger)
      #expect(stranger.part == .diffusion && stranger.basis == part)
      #expect(stranger.description.hasPrefix("diffusion has learned from another \(part.id) than"))
    }
  }

  @Test("The last bit of any weight changes the fingerprint")
  func bits() throws {
    let parts = Self.weights(seed: 1, parts: [.text]).parts
    var text = try #require(parts.text)
    let before = text.fingerprint
    text.parameters[text.parameters.count - 1] = Double(
      Float(text.parameters[text.parameters.count - 1]).nextUp)
    #expect(before.count == 16 && text.fingerprint != before)
  }
}
