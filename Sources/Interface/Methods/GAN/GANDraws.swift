import Diffusion

/// What is drawn for the runs of a GAN.
struct GANDraws: Sendable {
  /// The latents that samples are made of.
  let latents: [Point]
  /// Data that is taken to latents, and its labels.
  let data: [Point]
  let labels: [Int]
  /// The latents of the data by the exact generator.
  let codes: [Point]
  private let subject: Subject

  /// What the draws depend on.
  private struct Subject: Equatable {
    let distribution: DistributionSpecification
    let seed: UInt64
    let particles: Int
  }

  /// - Parameter before: draws to keep if they were made from the same data and seed.
  init(for laboratory: Laboratory, by process: GANProcess, before: GANDraws?) {
    let experiment = laboratory.experiment
    let subject = Subject(
      distribution: experiment.distribution, seed: experiment.seed,
      particles: experiment.particles)
    if let before, before.subject == subject {
      self = before
      return
    }
    latents = process.start(count: experiment.particles, in: laboratory)
    let drawn = laboratory.data(count: experiment.particles)
    (data, labels) = (drawn.points, drawn.labels)
    codes = process.exact.latents(of: data)
    self.subject = subject
  }
}
