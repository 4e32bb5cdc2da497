/// Makes CLIP's embedding of a picture out of its embedding of a text, in two ways: by diffusion, and
/// one number after another (Ramesh et al. 2022, section 2.2).
public struct EmbeddingPrior: Sendable, Equatable {
  let diffusion: PromptedDenoiser
  let autoregressive: AutoregressiveLatents
  /// CLIP, whose directions it has learned from.
  var basis: PartBasis { diffusion.basis }
}

extension PictureMatcher {
  /// The directions of pictures as a network is told them: numbers of about unit size.
  func embeddings(of pictures: [[Float]]) -> [[Float]] { Self.told(directions(of: pictures)) }

  func embeddings(ofTexts texts: [[Int]]) -> [[Float]] { Self.told(directions(ofTexts: texts)) }

  /// Directions at unit size for each number.
  static func told(_ directions: [[Double]]) -> [[Float]] {
    let size = Double(width).squareRoot()
    return directions.map { $0.map { Float(size * $0) } }
  }
}

/// Both priors while they learn.
struct EmbeddingPriorTrainer: Sendable {
  private var diffusion: PromptedDenoiserTrainer
  private var autoregressive: AutoregressiveTrainer

  init(from stream: inout RandomStream) {
    diffusion = PromptedDenoiserTrainer(widths: [PictureMatcher.width], from: &stream)
    autoregressive = AutoregressiveTrainer(latents: PictureMatcher.width, from: &stream)
  }

  /// - Parameter batch: embeddings of pictures and of their captions.
  /// - Returns: the mean squared error of v, and the cross-entropy of a number in nats.
  mutating func step(on batch: [PromptedPair], rate: Double, from stream: inout RandomStream)
    -> Double
  {
    diffusion.step(on: batch, rate: rate, from: &stream)
      + autoregressive.step(on: batch, rate: rate, from: &stream)
  }

  func prior(on basis: PartBasis) -> EmbeddingPrior {
    EmbeddingPrior(
      diffusion: diffusion.denoiser(on: basis), autoregressive: autoregressive.model(on: basis))
  }
}
