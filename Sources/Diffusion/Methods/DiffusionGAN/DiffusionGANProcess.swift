/// Jumps from noise to data, of which each is a draw.
public struct DiffusionGANProcess: NoisingProcess {
  public static let method = Method.diffusionGAN

  /// The levels that are visited.
  public let ladder: JumpLadder
  /// The posterior itself.
  public let exact: ExactPosteriorSampler

  public var exactModel: any PosteriorSampler { exact }

  public func model(
    learned weights: DiffusionGANWeights
  ) throws(GenerationError) -> any PosteriorSampler {
    if let refusal = refusal(of: weights) { throw GenerationError(refusal) }
    return weights.networks
  }

  /// Why networks are of no use here; nil where they know the jumps.
  public func refusal(of weights: DiffusionGANWeights) -> String? {
    if weights.networks.knows(ladder) { return nil }
    return weights.networks.jump == ladder.jump
      ? "the network has learned jumps between other levels of noise; train one on this schedule"
      : "the network has learned jumps of \(weights.networks.jump) steps, and jump is \(ladder.jump)"
  }

  /// Once for each jump.
  public func calls(of model: any PosteriorSampler, in laboratory: Laboratory) -> Int {
    ladder.count
  }

  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    ReverseProcess.start(
      count: count, schedule: laboratory.schedule, grid: ladder.grid,
      randomness: laboratory.experiment.randomness)
  }

  public func generation(
    by sampler: any PosteriorSampler, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let (ladder, randomness) = (ladder, laboratory.experiment.randomness)
    return Generation(start: start, steps: ladder.count) { state, step in
      SamplingState(ladder.jumped(state.points, step, by: sampler, randomness))
    }
  }

  public func trainer(in laboratory: Laboratory) -> DiffusionGANTrainer {
    let experiment = laboratory.experiment
    var trainer = DiffusionGANTrainer(
      ladder, mixture: laboratory.wholeMixture, dataName: laboratory.dataName,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed)
    trainer.frame = laboratory.frame
    return trainer
  }

  public func trainer(
    continuing weights: DiffusionGANWeights, in laboratory: Laboratory
  ) -> DiffusionGANTrainer? {
    DiffusionGANTrainer(
      ladder, continuing: weights, mixture: laboratory.wholeMixture,
      dataName: laboratory.dataName, settings: laboratory.experiment.training)
  }
}

extension DiffusionGANProcess {
  public func cost(of sampler: any PosteriorSampler, in laboratory: Laboratory) -> Int {
    max(4, laboratory.mixture.components.count)
  }
}

extension Laboratory {
  /// What jumps by draws are built of; nil where the method is another.
  public var diffusionGAN: DiffusionGANProcess? { process as? DiffusionGANProcess }
}
