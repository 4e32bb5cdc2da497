import Diffusion

/// All that a stage draws: the data and the noises that its runs start from.
struct StageDraws: Sendable {
  /// The data the forward run starts from, and the class each point was drawn from.
  let clean: [Point]
  let labels: [Int]
  /// The noise of the closed-form jump.
  let noise: [Point]
  /// The standard-normal start of the reverse run.
  let start: [Point]
  private let distribution: DistributionSpecification
  private let seed: UInt64

  /// - Parameter before: draws to keep if they were made from the same data and seed, so that
  ///   bending a schedule moves the points instead of drawing others.
  init(for laboratory: Laboratory, before: StageDraws?) {
    let experiment = laboratory.experiment
    let count = experiment.particles
    if let before, before.distribution == experiment.distribution, before.seed == experiment.seed,
      before.clean.count == count
    {
      self = before
      return
    }
    let draw = laboratory.data(count: count)
    clean = draw.points
    labels = draw.labels
    var forward = experiment.randomness.stream(.forward, step: -1)
    noise = forward.normalPoints(count)
    var start = experiment.randomness.stream(.start)
    self.start = start.normalPoints(count)
    distribution = experiment.distribution
    seed = experiment.seed
  }
}
