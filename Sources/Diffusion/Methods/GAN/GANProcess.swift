/// Latents of the standard normal, and what makes points of them.
public struct GANProcess: GenerativeProcess {
  public let settings: GANSettings
  /// The generator whose samples are data.
  public let exact: ExactGenerator

  /// The latents that runs set out from, drawn by the experiment's seed.
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    return stream.normalPoints(count)
  }

  /// Each sample on the straight way to the latent it is made of.
  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    let start = start(count: count, in: laboratory)
    let ends = exact.points(of: start)
    return times.map { time in
      zip(ends, start).map { end, start in (1 - time) * end + time * start }
    }
  }

  /// The standard normal has nothing of the data in it.
  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    NoiseEnd(level: level, ratio: 0)
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? {
    trainer(in: laboratory)
  }

  /// A trainer for the experiment's networks on this distribution.
  public func trainer(in laboratory: Laboratory) -> GANTrainer {
    let experiment = laboratory.experiment
    return GANTrainer(
      settings.stabilizer, mixture: laboratory.wholeMixture,
      dataName: experiment.distribution.title, network: experiment.model.network,
      settings: experiment.training, seed: experiment.seed)
  }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    guard let own = weights as? GANWeights else { return nil }
    let experiment = laboratory.experiment
    return GANTrainer(
      settings.stabilizer, continuing: own, mixture: laboratory.wholeMixture,
      dataName: experiment.distribution.title, settings: experiment.training)
  }

  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    let start = start(count: count, in: laboratory)
    guard let weights else { return generation(by: exact, from: start) }
    guard let own = weights as? GANWeights else { throw .foreign(weights, to: .gan) }
    return generation(by: own.networks, from: start)
  }

  /// A run in a single step.
  ///
  /// - Parameter start: latents.
  public func generation(by generator: any LatentGenerator, from start: [Point]) -> Generation {
    Generation(start: start, steps: 1) { state, _ in
      SamplingState(generator.points(of: state.points))
    }
  }
}

extension GANProcess {
  /// Samples that are made of fresh latents, to be judged.
  public func qualityRun(
    by generator: any LatentGenerator, count: Int, in laboratory: Laboratory
  ) -> QualityRun {
    let generation = generation(by: generator, from: start(count: count, in: laboratory))
    let (meter, sampler) = (laboratory.meter(count: count), laboratory.experiment.sampler.kind)
    return QualityRun(
      start: generation.start, steps: generation.steps,
      cost: count * laboratory.mixture.components.count, advance: generation.advance
    ) { points in
      QualityMeasurement(
        report: meter.report(on: points, networkCalls: 1), scoreErrors: [], sampler: sampler,
        steps: generation.steps)
    }
  }
}

extension Laboratory {
  /// What the adversarial networks are built of; nil where the method is another.
  public var gan: GANProcess? { process as? GANProcess }
}
