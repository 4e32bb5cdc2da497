/// The parts that have been trained, or some of them.
public struct LatentParts: Sendable, Equatable {
  public var autoencoder: AutoEncoder?
  public var text: TextEncoder?
  public var diffusion: PromptedDenoiser?
  public var classifier: PictureClassifier?
  public var clip: PictureMatcher?
  public var cascade: PictureCascade?
  public var autoregressive: AutoregressiveLatents?
  public var prior: EmbeddingPrior?
  public var unclip: PromptedDenoiser?
  public var word: LearnedWord?

  public init() {}

  /// The parts that are there.
  public var present: [LatentPart] { LatentPart.allCases.filter(has) }

  public func has(_ part: LatentPart) -> Bool {
    switch part {
    case .autoencoder: autoencoder != nil
    case .text: text != nil
    case .diffusion: diffusion != nil
    case .classifier: classifier != nil
    case .clip: clip != nil
    case .cascade: cascade != nil
    case .autoregressive: autoregressive != nil
    case .prior: prior != nil
    case .unclip: unclip != nil
    case .word: word != nil
    }
  }

  /// Those of some parts alone.
  public func only(_ parts: [LatentPart]) -> LatentParts {
    var some = LatentParts()
    for part in parts { some.take(part, from: self) }
    return some
  }

  /// These parts, and those of others where here is none.
  public func merging(_ other: LatentParts) -> LatentParts {
    var all = self
    for part in LatentPart.allCases where !has(part) { all.take(part, from: other) }
    return all
  }

  /// Becomes like another in one part.
  mutating func take(_ part: LatentPart, from other: LatentParts) {
    switch part {
    case .autoencoder: autoencoder = other.autoencoder
    case .text: text = other.text
    case .diffusion: diffusion = other.diffusion
    case .classifier: classifier = other.classifier
    case .clip: clip = other.clip
    case .cascade: cascade = other.cascade
    case .autoregressive: autoregressive = other.autoregressive
    case .prior: prior = other.prior
    case .unclip: unclip = other.unclip
    case .word: word = other.word
    }
  }

  /// How many latents the part that says so has; nil where none is there.
  public var latents: Int? {
    autoencoder?.latents ?? diffusion?.latents ?? autoregressive?.latents ?? unclip?.latents
  }

  /// How many numbers were learned.
  public var parameterCount: Int {
    let groups = [diffusion, unclip, prior?.diffusion].flatMap { $0?.groups ?? [] }
    let networks =
      groups.map(\.network) + [
        autoencoder?.form.encoder, autoencoder?.form.decoder, autoencoder?.tint?.encoder,
        autoencoder?.tint?.decoder, classifier?.network, clip?.pictures, clip?.texts,
        cascade?.network, autoregressive?.network, prior?.autoregressive.network,
      ]
    return networks.compactMap(\.self).reduce(text?.parameters.count ?? 0) {
      $0 + $1.parameters.count
    }
  }
}
