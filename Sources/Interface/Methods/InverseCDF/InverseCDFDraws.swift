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
