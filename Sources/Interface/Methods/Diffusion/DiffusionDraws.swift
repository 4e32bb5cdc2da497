import Diffusion

/// All that diffusion draws for its runs.
struct DiffusionDraws: Sendable {
  /// The data the forward run starts from, and the class each point was drawn from.
  let clean: [Point]
  let labels: [Int]
  /// The noise of the closed-form jump.
  let noise: [Point]
  /// The standard-normal start of the reverse run.
  let start: [Point]
  private let subject: Subject

  /// What the draws depend on.
  private struct Subject: Equatable {
    let distribution: DistributionSpecification
    let seed: UInt64
    let particles: Int

    init(_ experiment: Experiment) {
      distribution = experiment.distribution
      seed = experiment.seed
      particles = experiment.particles
    }
  }

  /// - Parameter before: draws to keep if they were made from the same data and seed, so that
  ///   bending a schedule moves the points instead of drawing others.
  init(for laboratory: Laboratory, before: DiffusionDraws?) {
    let experiment = laboratory.experiment
    let count = experiment.particles
    let subject = Subject(experiment)
    if let before, before.subject == subject {
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
    self.subject = subject
  }
}
