/// Makes of pictures with captions what a part learns from: what it is to make, and what it is told.
struct PairMaker {
  let parts: LatentParts
  let source: PictureSource

  /// How many captions each picture has.
  private static let captionsEach = 3

  func pairs(
    for part: LatentPart, of pictures: [Picture], from stream: inout RandomStream
  ) -> [PromptedPair] {
    let pixels = pictures.map(\.pixels)
    switch part {
    case .diffusion, .autoregressive:
      guard let autoencoder = parts.autoencoder, let text = parts.text else { return [] }
      let captions = captions(of: pictures, from: &stream)
      return join(autoencoder.latents(of: pixels), captions.map { text.embedding(of: $0) })
    case .prior:
      guard let clip = parts.clip else { return [] }
      let captions = captions(of: pictures, from: &stream)
      return join(clip.embeddings(of: pixels), clip.embeddings(ofTexts: captions))
    case .unclip:
      guard let autoencoder = parts.autoencoder, let clip = parts.clip else { return [] }
      return join(autoencoder.latents(of: pixels), clip.embeddings(of: pixels))
    case .autoencoder, .text, .classifier, .clip, .cascade, .word:
      return []
    }
  }

  /// A learner of a word for some pictures; nil without pictures, or without what makes them.
  func word(
    for examples: [[Float]], from stream: inout RandomStream
  ) -> LearnedWordTrainer? {
    guard let autoencoder = parts.autoencoder, let text = parts.text,
      let denoiser = parts.diffusion, !examples.isEmpty
    else { return nil }
    return LearnedWordTrainer(
      of: autoencoder.latents(of: examples), text: text, denoiser: denoiser, from: &stream)
  }

  /// Some captions of each picture, in turn.
  private func captions(of pictures: [Picture], from stream: inout RandomStream) -> [[Int]] {
    let writer = CaptionWriter(of: source)
    return pictures.flatMap { picture in
      (0..<Self.captionsEach).map { _ in writer.tokens(for: picture.traits, from: &stream) }
    }
  }

  /// Every thing with each of the embeddings that are about it, which follow one another.
  private func join(_ things: [[Float]], _ embeddings: [[Float]]) -> [PromptedPair] {
    let each = embeddings.count / max(1, things.count)
    return embeddings.enumerated().map { index, embedding in
      PromptedPair(latent: things[index / each], embedding: embedding)
    }
  }
}
