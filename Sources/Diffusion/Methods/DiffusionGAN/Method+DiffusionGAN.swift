extension Method {
  /// Long jumps back to the data, each a draw of a generator that a discriminator of jumps compares with
  /// the forward process: denoising diffusion GANs (Xiao, Kreis and Vahdat 2022).
  public static let diffusionGAN = Method(
    id: "diffusion-gan", title: "Denoising diffusion GAN",
    summary: "a generator draws where long jumps back lead, to fool a discriminator of jumps",
    keys: ["jump"], unreadKeys: ["sampler", "guidance"],
    timeLine: TimeLine(farEnd: "noise", runs: [.reverse, .forward]),
    learned: "draws of the clean point of a noisy one, against a discriminator of jumps",
    trained: DiffusionGANWeights.self, exactAnswers: Set(ExactAnswer.allCases),
    usualIterations: 6000, usualSettings: DiffusionGANSettings()
  ) { sampler in
    "the sampler \(sampler.id) makes steps of its own, and diffusion-gan jumps back; leave it out, and"
      + " say how far by jump"
  }
}

/// What an experiment says about denoising diffusion GANs alone.
public struct DiffusionGANSettings: MethodSettings {
  public static let method = Method.diffusionGAN
  public var allowsStandardizing: Bool { true }

  /// How many steps of the schedule a jump goes back.
  public var jump: Int

  public init(jump: Int = 250) {
    self.jump = jump
  }

  /// The shortest jump.
  public static let shortest = 10

  /// Other jumps are other levels.
  public var learnsSchedule: Bool { true }

  public func usualSteps(of sampler: Sampler, on timesteps: Int) -> Int? {
    max(1, timesteps / max(1, jump))
  }

  public func process(
    for experiment: Experiment, in mixture: GaussianMixture, on schedule: Schedule
  ) throws(ExperimentError) -> any GenerativeProcess {
    if let description = Self.refusal(ofJump: jump, on: schedule.timesteps) {
      throw ExperimentError(path: ["jump"], description: description)
    }
    if experiment.guidance != nil {
      throw ExperimentError(
        path: ["guidance"],
        description: "guidance bends the way step by step, and diffusion-gan draws where a jump"
          + " leads; leave it out")
    }
    return DiffusionGANProcess(
      ladder: JumpLadder(on: schedule, jump: jump), exact: ExactPosteriorSampler(of: mixture))
  }

  /// The jumps that there may be on a schedule of so many timesteps: those that divide it.
  public static func jumps(on timesteps: Int) -> [Int] {
    (min(shortest, timesteps)...timesteps).filter(timesteps.isMultiple(of:))
  }

  /// Why jumps cannot go back so far on a schedule of so many timesteps; nil where they can.
  static func refusal(ofJump jump: Int, on timesteps: Int) -> String? {
    let known = jumps(on: timesteps)
    if known.contains(jump) { return nil }
    let shortest = min(shortest, timesteps)
    let range = shortest == timesteps ? "\(shortest)" : "from \(shortest) to \(timesteps)"
    if jump > timesteps {
      return "a jump of \(jump) is longer than the schedule, which has \(timesteps) timesteps; jump"
        + " must be \(range)\(known.count > 1 ? ", and divide it" : "")"
    }
    if jump < shortest { return "jump must be \(range), not \(jump)" }
    let near = [known.last { $0 < jump }, known.first { $0 > jump }].compactMap { $0 }
    return "jumps of \(jump) do not divide the \(timesteps) timesteps of the schedule;"
      + " \(near.map(String.init).joined(separator: " and ")) \(near.count == 1 ? "does" : "do")"
  }
}
