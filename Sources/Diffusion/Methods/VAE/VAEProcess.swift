/// Latents of the standard normal, and what makes points of them.
public struct VAEProcess: GenerativeProcess {
  public let settings: VAESettings
  /// The exact map.
  public let exact: ExactLatentMap

  init(settings: VAESettings, map: ExactQuantileMap) {
    self.settings = settings
    exact = ExactLatentMap(map: map, latents: settings.latents)
  }

  /// The latents that runs set out from, drawn by the experiment's seed; of one number (z, 0).
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    let normals = stream.normalPoints(count)
    return settings.latents == 2 ? normals : normals.map { Point($0.x, 0) }
  }

  /// The normal numbers that points lie around their means by, two for each.
  public func noise(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.sampling)
    return stream.normalPoints(count)
  }

  /// Each sample on the straight way to the latent it is made of.
  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    let start = start(count: count, in: laboratory)
    let ends = exact.points(of: start, noise: noise(count: count, in: laboratory))
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
  public func trainer(in laboratory: Laboratory) -> VAETrainer {
    let experiment = laboratory.experiment
    return VAETrainer(
      settings, mixture: laboratory.wholeMixture, dataName: experiment.distribution.title,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed)
  }

  /// The same going on from trained weights; nil where they are of other data or other latents.
  public func trainer(continuing weights: VAEWeights, in laboratory: Laboratory) -> VAETrainer? {
    let experiment = laboratory.experiment
    return VAETrainer(
      settings, continuing: weights, mixture: laboratory.wholeMixture,
      dataName: experiment.distribution.title, settings: experiment.training)
  }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    (weights as? VAEWeights).flatMap { trainer(continuing: $0, in: laboratory) }
  }

  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    let start = start(count: count, in: laboratory)
    guard let weights else { return generation(by: exact, from: start, in: laboratory) }
    guard let own = weights as? VAEWeights else { throw .foreign(weights, to: .vae) }
    guard own.model.latents == settings.latents else {
      throw GenerationError(
        "the network has learned latents of \(own.model.latents) numbers, and latents is"
          + " \(settings.latents)")
    }
    return generation(by: own.model, from: start, in: laboratory)
  }

  /// A run in two steps: to the means that latents are decoded to, and to points around them.
  ///
  /// - Parameter start: latents.
  public func generation(
    by map: any LatentMap, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let noise = noise(count: start.count, in: laboratory)
    return Generation(start: start, steps: 2) { state, step in
      SamplingState(
        step == 0
          ? map.means(of: state.points)
          : map.points(of: start, around: state.points, noise: noise))
    }
  }
}

extension VAEProcess {
  /// Samples that are made of fresh latents, to be judged.
  public func qualityRun(
    by map: any LatentMap, count: Int, in laboratory: Laboratory
  ) -> QualityRun {
    let generation = generation(
      by: map, from: start(count: count, in: laboratory), in: laboratory)
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
  /// What the variational auto-encoder is built of; nil where the method is another.
  public var vae: VAEProcess? { process as? VAEProcess }
}
