/// Latents of every level from the highest to the data, each decoded of the one above.
public struct HierarchicalVAEProcess: LadderProcess {
  public typealias Learner = HierarchyLearner

  public static let method = Method.hierarchicalVAE

  public let settings: HierarchicalVAESettings
  /// The levels of the latents.
  public let ladder: JumpLadder
  /// The diffusion of as many steps: the schedule at these levels alone.
  public let chain: Schedule
  /// The best decoder behind a fixed encoder.
  public let exact: ExactLevelDecoder

  init(settings: HierarchicalVAESettings, of mixture: GaussianMixture, on schedule: Schedule) {
    self.settings = settings
    let jump = schedule.timesteps / settings.levels
    ladder = JumpLadder(on: schedule, jump: jump)
    chain = Schedule(
      schedule,
      levels: stride(from: jump, through: schedule.timesteps, by: jump).map {
        schedule.level(afterSteps: $0)
      })
    exact = ExactLevelDecoder(of: mixture)
  }

  public var exactModel: any LevelDecoder { exact }

  /// The variance of the highest latents, in the schedule's own coordinates.
  public var startVariance: Double {
    StartScale.standard(for: chain.geometry) == .unit
      ? 1 : ladder.levels[0].sigma * ladder.levels[0].sigma
  }

  public var subject: HierarchicalVAEProcess { self }

  public func model(of networks: HierarchicalAutoEncoder) -> any LevelDecoder { networks }

  public func refusal(of networks: HierarchicalAutoEncoder) -> String? {
    if networks.isEncoderLearned != (settings.encoder == .learned) {
      return
        "the network has \(networks.isEncoderLearned ? "learned its" : "a fixed") encoder, and encoder"
        + " is \(settings.encoder.rawValue)"
    }
    if networks.knows(ladder) { return nil }
    return networks.levels == ladder.count
      ? "the network has learned other levels of noise; train one on this schedule"
      : "the network has learned \(networks.levels) levels, and levels is \(ladder.count)"
  }

  /// The encoder that goes with a decoder.
  public func encoder(of decoder: any LevelDecoder) -> any LevelEncoder {
    (decoder as? HierarchicalAutoEncoder) ?? NoisingEncoder()
  }

  /// A run down the levels; the last step is a draw too, of the points that a latent stands for.
  public func generation(
    by decoder: any LevelDecoder, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let (ladder, randomness) = (ladder, laboratory.experiment.randomness)
    return Generation(start: start, steps: ladder.count) { state, index in
      let step = decoder.step(index, of: state.points, on: ladder)
      var stream = randomness.stream(.sampling, step: index)
      let (noise, deviation) = (
        stream.normalPoints(state.points.count), step.variance.squareRoot()
      )
      return SamplingState(zip(step.means, noise).map { $0 + deviation * $1 })
    }
  }
}

extension Laboratory {
  /// The levels of a hierarchical variational auto-encoder; nil where the method is another.
  public var hierarchy: HierarchicalVAEProcess? { process as? HierarchicalVAEProcess }
}

extension HierarchicalVAEProcess {
  /// The bound of the diffusion that a decoder with a fixed encoder is: that of Ho et al. 2020 along its
  /// levels, with the decoder's own variances in place of chosen ones; nil where the encoder was learned.
  public func diffusion(
    of decoder: any LevelDecoder, in laboratory: Laboratory
  ) -> VariationalBound.Subject? {
    let networks = decoder as? HierarchicalAutoEncoder
    if networks?.isEncoderLearned ?? false { return nil }
    var subject = VariationalBound.Subject(
      of: exact.posterior, model: networks.map { LevelDenoiser($0) }, variance: .optimal,
      along: chain, startVariance: startVariance)
    subject.stepVariances = (0..<ladder.count).reversed().map {
      decoder.step($0, of: [], on: ladder).variance
    }
    return subject
  }
}
