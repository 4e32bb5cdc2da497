/// What makes a latent of a prompt.
public enum LatentMaker: String, Codable, Sendable, CaseIterable {
  /// A diffusion of latents that is told the embedded prompt (Rombach et al. 2022).
  case diffusion
  /// One number after another, each cut into cells (van den Oord et al. 2016), for contrast.
  case autoregressive
  /// A diffusion that makes CLIP's embedding of a picture out of that of the text, and a second one
  /// that makes latents of it (DALL-E 2, Ramesh et al. 2022).
  case dallE = "dall-e"
  /// The same with a prior that makes the embedding one number after another.
  case dallEAutoregressive = "dall-e-autoregressive"

  /// Whether latents are made by a diffusion, which can be led.
  public var leads: Bool { self != .autoregressive }

  /// The parts that it asks.
  public var parts: [LatentPart] {
    switch self {
    case .diffusion: [.text, .diffusion]
    case .autoregressive: [.text, .autoregressive]
    case .dallE, .dallEAutoregressive: [.clip, .prior, .unclip]
    }
  }
}

extension LatentSettings {
  /// The parts that make pictures of a prompt.
  public var makers: [LatentPart] {
    [LatentPart.autoencoder] + generator.parts + (cascade == nil ? [] : [.cascade])
  }

  /// All parts that these settings have a use for, in the order in which they are best learned: those
  /// that first make a picture, then those that judge, then the cascade.
  public var parts: [LatentPart] {
    let first = [LatentPart.autoencoder] + generator.parts
    let judges = [LatentPart.classifier, .clip].filter { !first.contains($0) }
    return first + judges + (cascade == nil ? [] : [.cascade])
  }
}
