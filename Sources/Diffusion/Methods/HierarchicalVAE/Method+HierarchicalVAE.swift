extension Method {
  /// A latent behind every latent: an encoder that goes up level by level to the standard normal, and a
  /// decoder that comes back (Kingma et al. 2016; Child 2021). Diffusion is the one whose encoder is
  /// fixed: it adds noise by a schedule (Ho et al. 2020; Luo 2022).
  public static let hierarchicalVAE = Method(
    id: "hierarchical-vae", title: "Hierarchical VAE",
    summary: "latents of latents, by an encoder that is learned, or fixed: then it is diffusion",
    keys: ["levels", "encoder"], unreadKeys: ["sampler", "guidance"],
    timeLine: TimeLine(farEnd: "noise", runs: [.reverse, .forward]),
    learned: "a decoder of every level, and perhaps an encoder, by the evidence lower bound",
    trained: HierarchicalVAEWeights.self, exactAnswers: Set(ExactAnswer.allCases),
    usualIterations: 6000, usualSettings: HierarchicalVAESettings(), metrics: [.hierarchy]
  ) { sampler in
    "the sampler \(sampler.id) makes steps of its own, and hierarchical-vae decodes level by level; leave"
      + " it out, and say how many by levels"
  }
}

/// What an experiment says about hierarchical variational auto-encoders alone.
public struct HierarchicalVAESettings: MethodSettings {
  public static let method = Method.hierarchicalVAE
  public var allowsStandardizing: Bool { true }

  /// Who says which latents a point may be of.
  public enum Encoder: String, Codable, Hashable, Sendable, CaseIterable {
    /// The schedule: noise is added level by level.
    case fixed
    /// A network, which begins near that and is learned with the decoder.
    case learned
  }

  /// How many levels of latents there are; they divide the schedule's steps.
  public var levels: Int
  public var encoder: Encoder

  public init(levels: Int = 100, encoder: Encoder = .fixed) {
    self.levels = levels
    self.encoder = encoder
  }

  /// The levels of the latents are those of the schedule.
  public var learnsSchedule: Bool { true }

  public func usualSteps(of sampler: Sampler, on timesteps: Int) -> Int? { max(1, levels) }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if let description = refusal(on: schedule.timesteps) {
      throw ExperimentError(path: ["levels"], description: description)
    }
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance bends the way step by step, and hierarchical-vae decodes level by"
          + " level; leave it out")
    }
    return HierarchicalVAEProcess(settings: self, of: mixture, on: schedule)
  }
}

extension HierarchicalVAESettings {
  /// How many levels an encoder can be learned through: a step goes through all of them.
  public static let mostLearned = 16

  /// The numbers of levels that a schedule of so many timesteps can have.
  public static func levels(on timesteps: Int) -> [Int] {
    (1...timesteps).filter(timesteps.isMultiple(of:))
  }

  /// The same that this encoder can have.
  public func levels(on timesteps: Int) -> [Int] {
    Self.levels(on: timesteps).filter { encoder == .fixed || $0 <= Self.mostLearned }
  }

  /// Why there cannot be so many levels on a schedule of so many timesteps; nil where there can.
  func refusal(on timesteps: Int) -> String? {
    if !(1...timesteps).contains(levels) {
      return "levels must be from 1 to \(timesteps), the timesteps of the schedule, not \(levels)"
    }
    if encoder == .learned && levels > Self.mostLearned {
      return "an encoder is learned through all levels at once, of which there may be at most"
        + " \(Self.mostLearned), not \(levels); say encoder: fixed"
    }
    if !timesteps.isMultiple(of: levels) {
      let known = levels(on: timesteps)
      let near = [known.last { $0 < levels }, known.first { $0 > levels }].compactMap { $0 }
      return "\(levels) levels do not divide the \(timesteps) timesteps of the schedule;"
        + " \(near.map(String.init).joined(separator: " and ")) \(near.count == 1 ? "does" : "do")"
    }
    return nil
  }
}
