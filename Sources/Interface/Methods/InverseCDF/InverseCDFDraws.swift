import Diffusion

/// What is drawn for the runs of inverse CDF sampling.
struct InverseCDFDraws: Sendable {
  /// The uniform numbers that samples are made of.
  let uniform: [Point]
  /// Data that is taken to uniform numbers.
  let data: [Point]
  /// Those numbers: the shares below the data, by the exact map.
  let shares: [Point]
  private let subject: Subject

  /// What the draws depend on.
  private struct Subject: Equatable {
    let distribution: DistributionSpecification
    let method: MethodSpecification
    let seed: UInt64
    let particles: Int

    init(_ experiment: Experiment) {
      distribution = experiment.distribution
      method = experiment.methodSpecification
      seed = experiment.seed
      particles = experiment.particles
    }
  }

  /// - Parameter before: draws to keep if they were made from the same data, axes and seed.
  init(for laboratory: Laboratory, by process: InverseCDFProcess, before: InverseCDFDraws?) {
    let experiment = laboratory.experiment
    let subject = Subject(experiment)
    if let before, before.subject == subject {
      self = before
      return
    }
    uniform = process.start(count: experiment.particles, in: laboratory)
    data = laboratory.data(count: experiment.particles).points
    shares = process.map.shares(at: data)
    self.subject = subject
  }
}

/// How many of so many particles have had their turn at a time: first every one in the coordinate
/// that is mapped first, then every one in the other.
struct InverseCDFTurns: Sendable, Equatable {
  let first: Int
  let second: Int

  /// - Parameter time: from 0 (data) to 1 (uniform).
  init(at time: Double, of count: Int) {
    let share = 2 * (1 - min(max(time, 0), 1))
    first = Int((min(1, share) * Double(count)).rounded())
    second = Int((max(0, share - 1) * Double(count)).rounded())
  }
}
