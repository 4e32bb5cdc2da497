/// The learners of all parts.
struct LatentLearners: Sendable {
  var autoencoder: AutoEncoderTrainer
  var text: TextEncoderTrainer
  var classifier: PictureClassifierTrainer
  var clip: PictureMatcherTrainer
  var cascade: PictureCascadeTrainer
  private var diffusion: PromptedDenoiserTrainer
  private var autoregressive: AutoregressiveTrainer
  private var prior: EmbeddingPriorTrainer
  private var unclip: PromptedDenoiserTrainer
  /// The word that is learned; nil until there is a diffusion and there are pictures.
  var word: LearnedWordTrainer?
  /// What those parts were made by that stand on others.
  var bases: [LatentPart: PartBasis] = [:]

  init(_ settings: LatentSettings, from stream: inout RandomStream) {
    let (source, vocabulary) = (settings.pictures, settings.vocabulary)
    autoencoder = AutoEncoderTrainer(settings, from: &stream)
    text = TextEncoderTrainer(kind: settings.encoder, of: source, from: &stream)
    diffusion = PromptedDenoiserTrainer(widths: settings.groupWidths, from: &stream)
    classifier = PictureClassifierTrainer(
      vocabulary: vocabulary, pixels: source.shape.count, from: &stream)
    clip = PictureMatcherTrainer(of: source, from: &stream)
    cascade = PictureCascadeTrainer(of: source, from: &stream)
    autoregressive = AutoregressiveTrainer(latents: settings.latents, from: &stream)
    prior = EmbeddingPriorTrainer(from: &stream)
    unclip = PromptedDenoiserTrainer(widths: settings.groupWidths, from: &stream)
  }

  /// A step of a part that makes one thing of another.
  mutating func step(
    _ part: LatentPart, on batch: [PromptedPair], rate: Double, from stream: inout RandomStream
  ) -> Double {
    switch part {
    case .diffusion: diffusion.step(on: batch, rate: rate, from: &stream)
    case .autoregressive: autoregressive.step(on: batch, rate: rate, from: &stream)
    case .prior: prior.step(on: batch, rate: rate, from: &stream)
    case .unclip: unclip.step(on: batch, rate: rate, from: &stream)
    case .autoencoder, .text, .classifier, .clip, .cascade, .word:
      preconditionFailure("the part \(part.id) learns of no pairs")
    }
  }

  /// Puts what a part has learned among others.
  ///
  /// - Parameter pictures: those over which latents and embeddings are brought to unit size.
  func write(
    _ part: LatentPart, to parts: inout LatentParts, over pictures: [Picture], seed: UInt64
  ) {
    let basis = bases[part] ?? PartBasis()
    switch part {
    case .autoencoder: parts.autoencoder = autoencoder.autoEncoder(over: pictures)
    case .text:
      var stream = Randomness(seed: seed).stream(.reference, step: 5)
      parts.text = text.finished(over: pictures.map(\.traits), from: &stream)
    case .diffusion: parts.diffusion = diffusion.denoiser(on: basis)
    case .classifier: parts.classifier = classifier.classifier
    case .clip: parts.clip = clip.matcher
    case .cascade: parts.cascade = cascade.cascade
    case .autoregressive: parts.autoregressive = autoregressive.model(on: basis)
    case .prior: parts.prior = prior.prior(on: basis)
    case .unclip: parts.unclip = unclip.denoiser(on: basis)
    case .word: parts.word = word?.word(on: basis)
    }
  }
}
