/// A process whose runs ask one model: the exact one, or what networks have learned, where there are any
/// (see `LearningProcess`).
public protocol ModelProcess: GenerativeProcess {
  /// What is learned.
  associatedtype Trained: TrainedWeights = NothingLearned
  /// What runs ask.
  associatedtype Model: Sendable

  static var method: Method { get }

  /// The exact answer.
  var exactModel: Model { get }

  /// The model of weights of whichever method, or why they are of no use here; the exact one where there
  /// are none.
  func model(of weights: (any TrainedWeights)?) throws(GenerationError) -> Model

  /// How often a run asks a model for each sample.
  func calls(of model: Model, in laboratory: Laboratory) -> Int

  /// Where runs set out from, drawn by the experiment's seed.
  func start(count: Int, in laboratory: Laboratory) -> [Point]

  /// A run by a model.
  func generation(by model: Model, from start: [Point], in laboratory: Laboratory) -> Generation

  /// About how much work a step of a run is for each sample: how many Gaussians could be asked in it.
  func cost(of model: Model, in laboratory: Laboratory) -> Int

  /// How far the scores of a model are from the exact ones, by the level; empty where it has none.
  func scoreErrors(of model: Model, in laboratory: Laboratory) -> [ScoreError]
}

/// A process that asks networks, and trains them.
public protocol LearningProcess: ModelProcess {
  /// What was learned as a model, or why it is of no use here.
  func model(learned weights: Trained) throws(GenerationError) -> Model

  /// A training run for the experiment's networks on this distribution.
  associatedtype Training: TrainingProcess where Training.Trained == Trained
  func trainer(in laboratory: Laboratory) -> Training

  /// One that goes on from what was learned; nil where it is of other data or another kind.
  func trainer(continuing weights: Trained, in laboratory: Laboratory) -> Training?
}

extension ModelProcess {
  public func model(of weights: (any TrainedWeights)?) throws(GenerationError) -> Model {
    guard let weights else { return exactModel }
    throw .foreign(weights, to: Self.method)
  }

  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    laboratory.start(count: count)
  }

  public func cost(of model: Model, in laboratory: Laboratory) -> Int {
    laboratory.mixture.components.count
  }

  public func scoreErrors(of model: Model, in laboratory: Laboratory) -> [ScoreError] { [] }

  /// Samples that a model makes of fresh starts, to be judged.
  public func qualityRun(by model: Model, count: Int, in laboratory: Laboratory) -> QualityRun {
    let generation = generation(
      by: model, from: start(count: count, in: laboratory), in: laboratory)
    let (meter, sampler) = (laboratory.meter(count: count), laboratory.experiment.sampler.kind)
    let calls = calls(of: model, in: laboratory)
    return QualityRun(
      start: generation.start, steps: generation.steps,
      cost: count * cost(of: model, in: laboratory), advance: generation.advance
    ) { points in
      QualityMeasurement(
        report: meter.report(on: points, networkCalls: calls),
        scoreErrors: scoreErrors(of: model, in: laboratory), sampler: sampler,
        steps: generation.steps)
    }
  }

  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    let model = try model(of: weights)
    return generation(by: model, from: start(count: count, in: laboratory), in: laboratory)
  }
}

extension LearningProcess {
  public func model(of weights: (any TrainedWeights)?) throws(GenerationError) -> Model {
    guard let weights else { return exactModel }
    guard let own = weights as? Trained else { throw .foreign(weights, to: Self.method) }
    return try model(learned: own)
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? {
    trainer(in: laboratory)
  }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    (weights as? Trained).flatMap { trainer(continuing: $0, in: laboratory) }
  }
}

/// A process that noises data as diffusion does, and goes back its own way.
public protocol NoisingProcess: ModelProcess {}

extension NoisingProcess {
  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    DiffusionProcess().marginals(at: times, count: count, in: laboratory)
  }

  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    NoiseEnd(level: level, of: laboratory.mixture)
  }
}

/// A process that makes every sample of a start at once, without noise levels on the way.
public protocol AtOnceProcess: ModelProcess {}

extension AtOnceProcess {
  /// Each sample on the straight way to the start it is made of.
  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    let start = start(count: count, in: laboratory)
    let ends = generation(by: exactModel, from: start, in: laboratory).run()
    return times.map { time in
      zip(ends, start).map { end, start in (1 - time) * end + time * start }
    }
  }

  /// The far end has nothing of the data in it.
  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    NoiseEnd(level: level, ratio: 0)
  }
}
