/// Parts in training, one after another, as a value that is advanced step by step.
///
/// The usual order is that in which a prompt first makes a picture: auto-encoder, text encoder,
/// diffusion; then classifier and CLIP, which judge.
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
  /// How many steps were made, those of parts that were trained before included.
  public var steps: Int { stepsBefore + made }
  public var recoveries: [Trainer.Recovery] { [] }
  public var rate: Double { settings.rate }

  private let stepsBefore: Int
  private var made = 0
  private var pool: PicturePool
  /// The same with what is held out, for the classifier and for words without pictures.
  private var complete: PicturePool
  /// What was learned before, and what stages have finished.
  private var finished: LatentParts
  /// Parts as they are before anything has been learned, so that a picture can be made at once.
  private let untrained: LatentParts
  private var learners: LatentLearners
  /// The pictures that a new word is learned from.
  private let examples: [[Float]]
  /// What the part in hand learns to make, and of what, where it stands on others.
  private var pairs: [PromptedPair] = []

  /// - Parameters:
  ///   - parts: what is to be trained, in order; nil for all that the settings have a use for.
  ///   - known: parts that are trained already.
  ///   - iterations: for each of the parts; nil for as many as are usual.
  ///   - examples: the pictures that the part `word` is learned from, at least one where it is.
  ///   - stepsBefore: how many steps the known parts were given.
  public init(
    _ pictures: LatentSettings, training: TrainingSpecification = TrainingSpecification(),
    parts: [LatentPart]? = nil, knowing known: LatentParts = LatentParts(), iterations: Int? = nil,
    examples: [[Float]] = [], seed: UInt64, after stepsBefore: Int = 0
  ) {
    self.pictures = pictures
    self.stepsBefore = stepsBefore
    self.examples = examples
    settings = training
    self.seed = seed
    let parts = parts ?? pictures.parts
    stages = parts.map { Stage(part: $0, iterations: iterations ?? $0.usualIterations) }
    pool = PicturePool(of: pictures.pictures, isComplete: false, seed: seed)
    complete = PicturePool(of: pictures.pictures, isComplete: true, seed: seed)
    finished = known
    var stream = Randomness(seed: seed).stream(.initialization)
    learners = LatentLearners(pictures, from: &stream)
    let (some, first) = (Array(pool.pictures.prefix(Self.measured)), learners)
    untrained = pictures.parts.reduce(into: LatentParts()) { all, part in
      first.write(part, to: &all, over: some, seed: seed)
    }
  }

  /// The part that the next step is about; the last one goes on where all have had their steps.
  public var stage: Stage { stages[place.index] }

  /// How many steps of the present stage are made.
  public var stepsOfStage: Int { place.steps }

  private var place: (index: Int, steps: Int) {
    var rest = made
    for (index, stage) in stages.enumerated() {
      if rest < stage.iterations { return (index, rest) }
      rest -= stage.iterations
    }
    return (stages.count - 1, rest + stages[stages.count - 1].iterations)
  }

  /// - Returns: the loss of the part that learns; its unit is the part's own.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let part = stage.part
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    if stepsOfStage == 0 { begin(part, from: &stream) }
    let loss = learn(part, from: &stream)
    made += 1
    if stage.part != part { finished.take(part, from: learned(part)) }
    return loss
  }

  private mutating func learn(_ part: LatentPart, from stream: inout RandomStream) -> Double {
    let (rate, batch) = (part.rateShare * settings.rate, settings.batch)
    switch part {
    case .autoencoder:
      return learners.autoencoder.step(
        on: pool.batch(batch, from: &stream), rate: rate, from: &stream)
    case .text:
      // Captions need no pictures: words are learned from all that can be said.
      let some = complete.batch(Self.textBatch, from: &stream)
      return learners.text.step(on: some.map(\.traits), rate: rate, from: &stream)
    case .classifier:
      return learners.classifier.step(
        on: complete.batch(batch, from: &stream), rate: rate, from: &stream)
    case .clip:
      return learners.clip.step(
        on: pool.batch(PictureMatcherTrainer.batch, from: &stream), rate: rate, from: &stream)
    case .cascade:
      return learners.cascade.step(batch: batch, rate: rate, from: &stream)
    case .word:
      return learners.word?.step(batch: batch, rate: rate, from: &stream) ?? .nan
    case .diffusion, .autoregressive, .prior, .unclip:
      let some = (0..<batch).map { _ in pairs[Int(stream.next() % UInt64(pairs.count))] }
      return learners.step(part, on: some, rate: rate, from: &stream)
    }
  }

  /// How many captions a step looks at.
  private static let textBatch = 64

  /// Makes ready what the part stands on.
  private mutating func begin(_ part: LatentPart, from stream: inout RandomStream) {
    guard !part.needs.isEmpty else { return }
    pool.fill()
    let parts = weights.parts
    learners.bases[part] = PartBasis(of: parts, for: part)
    if part == .word {
      learners.word = PairMaker(parts: parts, source: pictures.pictures)
        .word(for: examples, from: &stream)
      return
    }
    pairs = PairMaker(parts: parts, source: pictures.pictures)
      .pairs(for: part, of: pool.pictures, from: &stream)
  }

  /// All parts as they are by now, those that have learned nothing included where they make pictures.
  public var weights: LatentWeights {
    let begun = stages.prefix(place.index + 1).map(\.part)
    var parts = finished.merging(untrained)
    parts.take(stage.part, from: learned(stage.part))
    return LatentWeights(
      parts: parts, learned: LatentPart.allCases.filter { begun.contains($0) || finished.has($0) },
      vocabulary: pictures.vocabulary, shape: pictures.pictures.shape,
      data: pictures.pictures.title, steps: steps, seed: seed)
  }

  /// Over how many pictures latents and embeddings are brought to unit size.
  private static let measured = 256

  /// A part as it is by now, alone.
  private func learned(_ part: LatentPart) -> LatentParts {
    var parts = LatentParts()
    learners.write(
      part, to: &parts, over: Array(pool.pictures.prefix(Self.measured)), seed: seed)
    return parts
  }
}
