/// The parts that have been trained, or some of them.
public struct LatentParts: Sendable, Equatable {
  public var autoencoder: AutoEncoder?
  public var text: TextEncoder?
  public var diffusion: PromptedDenoiser?
  public var classifier: PictureClassifier?
  public var clip: PictureMatcher?

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
    }
  }

  /// Those of some parts alone.
  public func only(_ parts: [LatentPart]) -> LatentParts {
    var some = self
    for part in LatentPart.allCases where !parts.contains(part) { some.remove(part) }
    return some
  }

  private mutating func remove(_ part: LatentPart) {
    switch part {
    case .autoencoder: autoencoder = nil
    case .text: text = nil
    case .diffusion: diffusion = nil
    case .classifier: classifier = nil
    case .clip: clip = nil
    }
  }

  /// These parts, and those of others where here is none.
  public func merging(_ other: LatentParts) -> LatentParts {
    var all = self
    all.autoencoder = autoencoder ?? other.autoencoder
    all.text = text ?? other.text
    all.diffusion = diffusion ?? other.diffusion
    all.classifier = classifier ?? other.classifier
    all.clip = clip ?? other.clip
    return all
  }

  /// How many latents the auto-encoder or the diffusion has; nil where neither is there.
  public var latents: Int? { autoencoder?.latents ?? diffusion?.latents }

  /// How many numbers were learned.
  public var parameterCount: Int {
    let networks =
      (diffusion?.groups ?? []).map(\.network) + [
        autoencoder?.form.encoder, autoencoder?.form.decoder, autoencoder?.tint?.encoder,
        autoencoder?.tint?.decoder, classifier?.network,
        clip?.pictures, clip?.texts,
      ]
    return networks.compactMap(\.self).reduce(text?.parameters.count ?? 0) {
      $0 + $1.parameters.count
    }
  }
}
