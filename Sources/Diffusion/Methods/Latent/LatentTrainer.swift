/// All parts in training, one after another, as a value that is advanced step by step.
///
/// The order is that in which a prompt first makes a picture: auto-encoder, text encoder, diffusion;
/// then classifier and CLIP, which judge.
public struct LatentTrainer: TrainingProcess {
  /// A part and how many steps it is given.
  public struct Stage: Sendable, Equatable {
    public let part: LatentPart
    public let iterations: Int
  }

  public var settings: TrainingSpecification
  public let pictures: LatentSettings
  public let seed: UInt64
  public let stages: [Stage]
  public private(set) var steps = 0
  public var recoveries: [Trainer.Recovery] { [] }
  public var rate: Double { settings.rate }

  private var pool: PicturePool
  /// The same with what is held out, for the classifier.
  private var complete: PicturePool
  /// What was learned before, and what stages have finished.
  private var finished: LatentParts
  private var learners: LatentLearners
  /// Latents and captions of the pool, once the diffusion learns.
  private var captioned: [(latent: [Float], embedding: [Float])] = []

  /// - Parameters:
  ///   - parts: what is to be trained, in order; nil for all.
  ///   - known: parts that are trained already.
  ///   - iterations: for each of the parts; nil for as many as are usual.
  public init(
    _ pictures: LatentSettings, training: TrainingSpecification = TrainingSpecification(),
    parts: [LatentPart]? = nil, knowing known: LatentParts = LatentParts(), iterations: Int? = nil,
    seed: UInt64
  ) {
    self.pictures = pictures
    settings = training
    self.seed = seed
    let parts = parts ?? LatentPart.allCases
    stages = parts.map { Stage(part: $0, iterations: iterations ?? $0.usualIterations) }
    pool = PicturePool(of: pictures.pictures, isComplete: false, seed: seed)
    complete = PicturePool(of: pictures.pictures, isComplete: true, seed: seed)
    finished = known
    var stream = Randomness(seed: seed).stream(.initialization)
    learners = LatentLearners(pictures, knowing: known, from: &stream)
  }

  /// The part that the next step is about; the last one goes on where all have had their steps.
  public var stage: Stage { stages[place.index] }

  /// How many steps of the present stage are made.
  public var stepsOfStage: Int { place.steps }

  private var place: (index: Int, steps: Int) {
    var rest = steps
    for (index, stage) in stages.enumerated() {
      if rest < stage.iterations { return (index, rest) }
      rest -= stage.iterations
    }
    return (stages.count - 1, rest + stages[stages.count - 1].iterations)
  }

  /// - Returns: the loss of the part that learns; its unit is the part's own.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let (part, made) = (stage.part, stepsOfStage)
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    steps += 1
    let rate = part.rateShare * settings.rate
    if part == .diffusion && (made == 0 || captioned.isEmpty) { prepareDiffusion(from: &stream) }
    switch part {
    case .autoencoder:
      return learners.autoencoder.step(
        on: pool.batch(settings.batch, from: &stream), rate: rate, from: &stream)
    case .text:
      let traits = pool.batch(Self.textBatch, from: &stream).map(\.traits)
      return learners.text.step(on: traits, rate: rate, from: &stream)
    case .diffusion:
      let batch = (0..<settings.batch).map { _ in
        captioned[Int(stream.next() % UInt64(captioned.count))]
      }
      return learners.diffusion.step(on: batch, rate: rate, from: &stream)
    case .classifier:
      return learners.classifier.step(
        on: complete.batch(settings.batch, from: &stream), rate: rate, from: &stream)
    case .clip:
      return learners.clip.step(
        on: pool.batch(PictureMatcherTrainer.batch, from: &stream), rate: rate, from: &stream)
    }
  }

  /// How many captions a step looks at.
  private static let textBatch = 64
  /// How many captions each picture has.
  private static let captionsEach = 3

  /// Encodes all pictures, and some captions of each.
  private mutating func prepareDiffusion(from stream: inout RandomStream) {
    pool.fill()
    let parts = weights.parts
    guard let autoencoder = parts.autoencoder, let text = parts.text else { return }
    let latents = autoencoder.latents(of: pool.pictures.map(\.pixels))
    let writer = CaptionWriter(vocabulary: pictures.vocabulary)
    captioned = []
    for (picture, latent) in zip(pool.pictures, latents) {
      for _ in 0..<Self.captionsEach {
        let tokens = writer.tokens(for: picture.traits, from: &stream)
        captioned.append((latent, text.embedding(of: tokens)))
      }
    }
  }

  /// All parts as they are by now, those that have learned nothing included.
  public var weights: LatentWeights {
    let some = pool.pictures.prefix(Self.measured)
    let begun = stages.prefix(place.index + 1).map(\.part)
    var stream = Randomness(seed: seed).stream(.reference, step: 5)
    var parts = LatentParts()
    parts.autoencoder =
      begun.contains(.autoencoder) || finished.autoencoder == nil
      ? learners.autoencoder.autoEncoder(over: Array(some)) : finished.autoencoder
    parts.text =
      begun.contains(.text) || finished.text == nil
      ? learners.text.finished(over: some.map(\.traits), from: &stream) : finished.text
    parts.diffusion =
      begun.contains(.diffusion) || finished.diffusion == nil
      ? learners.diffusion.denoiser : finished.diffusion
    parts.classifier =
      begun.contains(.classifier) || finished.classifier == nil
      ? learners.classifier.classifier : finished.classifier
    parts.clip =
      begun.contains(.clip) || finished.clip == nil ? learners.clip.matcher : finished.clip
    return LatentWeights(
      parts: parts, learned: LatentPart.allCases.filter { begun.contains($0) || finished.has($0) },
      vocabulary: pictures.vocabulary, shape: pictures.pictures.shape,
      data: pictures.pictures.title, steps: steps, seed: seed)
  }

  /// Over how many pictures latents and embeddings are brought to unit size.
  private static let measured = 256
}

/// The learners of all parts.
struct LatentLearners: Sendable {
  var autoencoder: AutoEncoderTrainer
  var text: TextEncoderTrainer
  var diffusion: PromptedDenoiserTrainer
  var classifier: PictureClassifierTrainer
  var clip: PictureMatcherTrainer

  init(_ settings: LatentSettings, knowing known: LatentParts, from stream: inout RandomStream) {
    let pixels = settings.pictures.shape.count
    let vocabulary = settings.vocabulary
    autoencoder = AutoEncoderTrainer(settings, from: &stream)
    text = TextEncoderTrainer(kind: settings.encoder, vocabulary: vocabulary, from: &stream)
    diffusion = PromptedDenoiserTrainer(widths: settings.groupWidths, from: &stream)
    classifier = PictureClassifierTrainer(vocabulary: vocabulary, pixels: pixels, from: &stream)
    clip = PictureMatcherTrainer(vocabulary: vocabulary, pixels: pixels, from: &stream)
  }
}
