/// A part of the way from words to pictures, trained apart from the others.
public enum LatentPart: Choice {
  case autoencoder
  case text
  case diffusion
  case classifier
  case clip
  case cascade
  case autoregressive
  case prior
  case unclip
  case word

  public static let familyName = "part"

  public var id: String {
    switch self {
    case .autoencoder: "autoencoder"
    case .text: "text"
    case .diffusion: "diffusion"
    case .classifier: "classifier"
    case .clip: "clip"
    case .cascade: "cascade"
    case .autoregressive: "autoregressive"
    case .prior: "prior"
    case .unclip: "unclip"
    case .word: "word"
    }
  }

  public var title: String {
    switch self {
    case .autoencoder: "Auto-encoder"
    case .text: "Text encoder"
    case .diffusion: "Latent diffusion"
    case .classifier: "Classifier"
    case .clip: "CLIP"
    case .cascade: "Cascade"
    case .autoregressive: "Autoregressive latents"
    case .prior: "Priors of embeddings"
    case .unclip: "Decoder of embeddings"
    case .word: "New word"
    }
  }

  public var summary: String {
    switch self {
    case .autoencoder: "pictures as a few numbers and back, without labels"
    case .text: "words as numbers, from captions alone"
    case .diffusion: "noise becomes latents under an encoded prompt"
    case .classifier: "tells what a picture shows; its features are those of FID"
    case .clip: "pictures and words in the same space"
    case .cascade: "pictures twice as large, told the small ones"
    case .autoregressive: "latents one number after another, under an encoded prompt"
    case .prior: "CLIP's embedding of a picture from that of a text, by two priors"
    case .unclip: "noise becomes latents under CLIP's embedding of a picture"
    case .word: "* for what a few pictures have in common, all else as it is"
    }
  }

  /// The parts that it learns from.
  public var needs: [LatentPart] {
    switch self {
    case .autoencoder, .text, .classifier, .clip, .cascade: []
    case .diffusion, .autoregressive: [.autoencoder, .text]
    case .prior: [.clip]
    case .unclip: [.autoencoder, .clip]
    case .word: [.autoencoder, .text, .diffusion]
    }
  }

  /// How many optimizer steps it is usually given.
  public var usualIterations: Int {
    switch self {
    case .autoencoder: 2500
    case .text: 800
    case .diffusion: 4000
    case .classifier: 1500
    case .clip: 1500
    case .cascade: 1500
    case .autoregressive: 4000
    case .prior: 4000
    case .unclip: 4000
    case .word: 400
    }
  }

  /// What a step takes of the learning rate of an experiment.
  var rateShare: Double {
    switch self {
    case .autoencoder: 1.5
    case .text: 2
    case .diffusion, .classifier, .clip, .autoregressive, .prior, .unclip: 0.5
    case .cascade: 0.3
    case .word: 3
    }
  }
}
