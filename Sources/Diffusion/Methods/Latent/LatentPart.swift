/// A part of the way from words to pictures, trained apart from the others.
public enum LatentPart: Choice {
  case autoencoder
  case text
  case diffusion
  case classifier
  case clip

  public static let familyName = "part"

  public var id: String {
    switch self {
    case .autoencoder: "autoencoder"
    case .text: "text"
    case .diffusion: "diffusion"
    case .classifier: "classifier"
    case .clip: "clip"
    }
  }

  public var title: String {
    switch self {
    case .autoencoder: "Auto-encoder"
    case .text: "Text encoder"
    case .diffusion: "Latent diffusion"
    case .classifier: "Classifier"
    case .clip: "CLIP"
    }
  }

  public var summary: String {
    switch self {
    case .autoencoder: "pictures as a few numbers and back, without labels"
    case .text: "words as numbers, from captions alone"
    case .diffusion: "noise becomes latents under an encoded prompt"
    case .classifier: "tells what a picture shows; its features are those of FID"
    case .clip: "pictures and words in the same space"
    }
  }

  /// The parts that it learns from.
  public var needs: [LatentPart] { self == .diffusion ? [.autoencoder, .text] : [] }

  /// How many optimizer steps it is usually given.
  public var usualIterations: Int {
    switch self {
    case .autoencoder: 2500
    case .text: 800
    case .diffusion: 4000
    case .classifier: 1500
    case .clip: 1500
    }
  }

  /// What a step takes of the learning rate of an experiment.
  var rateShare: Double {
    switch self {
    case .autoencoder: 0.5
    case .text: 2
    case .diffusion: 0.5
    case .classifier: 0.5
    case .clip: 0.5
    }
  }
}
