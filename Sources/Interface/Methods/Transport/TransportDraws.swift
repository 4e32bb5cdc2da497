import Diffusion

/// All that a transport draws for its runs.
struct TransportDraws: Sendable {
  /// Where the run to the data sets out from.
  let start: RunStart
  private(set) var matching: PairMatching?
  /// Whether more of the pairs are being matched beside the screen.
  private(set) var isBeingMatched = false
  private let subject: Experiment

  /// What the draws depend on.
  private static func subject(of experiment: Experiment) -> Experiment {
    var subject = Experiment()
    subject.distribution = experiment.distribution
    subject.seed = experiment.seed
    subject.particles = experiment.particles
    subject.transport = experiment.transport
    subject.guidance = experiment.guidance
    subject.training.batch = experiment.training.batch
    return subject
  }

  /// - Parameter before: draws to keep if they were made from the same data, prior and seed.
  init(for laboratory: Laboratory, before: TransportDraws?) {
    let experiment = laboratory.experiment
    let subject = Self.subject(of: experiment)
    if let before, before.subject == subject {
      self = before
      return
    }
    let count = experiment.particles
    start = laboratory.transportStart(count: count) ?? RunStart(points: [])
    matching = laboratory.pairMatching(count: count)
    self.subject = subject
  }

  /// The pairs of the forward run.
  var pairs: TransportPairs? { matching?.pairs }

  /// Hands out the pairs for more of them to be matched; nil where all are or somebody is at it.
  mutating func handOut() -> PairMatching? {
    guard let matching, !matching.isFinished, !isBeingMatched else { return nil }
    isBeingMatched = true
    return matching
  }

  /// Takes back pairs that were handed out; those of other draws are left alone.
  mutating func take(_ matching: PairMatching, of draws: TransportDraws) {
    guard draws.subject == subject else { return }
    isBeingMatched = false
    if matching.matched > self.matching?.matched ?? 0 { self.matching = matching }
  }
}
