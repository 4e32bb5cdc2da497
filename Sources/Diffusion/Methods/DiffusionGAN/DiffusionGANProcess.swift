/// Jumps from noise to data, of which each is a draw.
public struct DiffusionGANProcess: LadderProcess {
  public typealias Learner = DiffusionGANLearner

  public static let method = Method.diffusionGAN

  /// The levels that are visited.
  public let ladder: JumpLadder
  /// The posterior itself.
  public let exact: ExactPosteriorSampler

  public var exactModel: any PosteriorSampler { exact }

  public var subject: JumpLadder { ladder }

  public func model(of networks: JumpNetworks) -> any PosteriorSampler { networks }

  public func refusal(of networks: JumpNetworks) -> String? {
    if networks.knows(ladder) { return nil }
    return networks.jump == ladder.jump
      ? "the network has learned jumps between other levels of noise; train one on this schedule"
      : "the network has learned jumps of \(networks.jump) steps, and jump is \(ladder.jump)"
  }

  public func generation(
    by sampler: any PosteriorSampler, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let (ladder, randomness) = (ladder, laboratory.experiment.randomness)
    return Generation(start: start, steps: ladder.count) { state, step in
      SamplingState(ladder.jumped(state.points, step, by: sampler, randomness))
    }
  }
}

extension Laboratory {
  /// What jumps by draws are built of; nil where the method is another.
  public var diffusionGAN: DiffusionGANProcess? { process as? DiffusionGANProcess }
}
