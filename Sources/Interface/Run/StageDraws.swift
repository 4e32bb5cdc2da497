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
  /// Where the reverse run of a transport starts, and the pairs of its forward run; nil where there
  /// is none.
  let departure: TransportStart?
  private(set) var matching: PairMatching?
  /// Whether more of the pairs are being matched beside the screen.
  private(set) var isBeingMatched = false
  private let subject: Experiment

  /// What else the draws depend on.
  private static func subject(of experiment: Experiment) -> Experiment {
    var subject = Experiment()
    subject.distribution = experiment.distribution
    subject.seed = experiment.seed
    subject.particles = experiment.particles
    guard experiment.transport != nil else { return subject }
    subject.transport = experiment.transport
    subject.guidance = experiment.guidance
    subject.training.batch = experiment.training.batch
    return subject
  }

  /// - Parameter before: draws to keep if they were made from the same data and seed, so that
  ///   bending a schedule moves the points instead of drawing others.
  init(for laboratory: Laboratory, before: StageDraws?) {
    let experiment = laboratory.experiment
    let count = experiment.particles
    let subject = Self.subject(of: experiment)
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
    departure = laboratory.transportStart(count: count)
    matching = laboratory.pairMatching(count: count)
    self.subject = subject
  }

  var pairs: TransportPairs? { matching?.pairs }

  /// Hands out the pairs for more of them to be matched; nil where all are or somebody is at it.
  mutating func handOut() -> PairMatching? {
    guard let matching, !matching.isFinished, !isBeingMatched else { return nil }
    isBeingMatched = true
    return matching
  }

  /// Takes back pairs that were handed out; those of other draws are left alone.
  mutating func take(_ matching: PairMatching, of draws: StageDraws) {
    guard draws.subject == subject else { return }
    isBeingMatched = false
    if matching.matched > self.matching?.matched ?? 0 { self.matching = matching }
  }
}
