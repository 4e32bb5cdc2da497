import Diffusion

/// What is drawn for the runs of a variational auto-encoder.
struct VAEDraws: Sendable {
  /// The latents that samples are made of.
  let latents: [Point]
  /// Data that is taken to latents, and its labels.
  let data: [Point]
  let labels: [Int]
  /// The latents of the data by the exact map, and where that has their means.
  let codes: [Point]
  let means: [Point]
  /// The entropy of the data in nats, with its standard error where it is drawn.
  let entropy: EvidenceBound.Figure
  private let subject: Subject

  /// What the draws depend on.
  private struct Subject: Equatable {
    let distribution: DistributionSpecification
    let latents: Int
    let seed: UInt64
    let particles: Int
  }

  /// - Parameter before: draws to keep if they were made from the same data, latents and seed.
  init(for laboratory: Laboratory, by process: VAEProcess, before: VAEDraws?) {
    let experiment = laboratory.experiment
    let subject = Subject(
      distribution: experiment.distribution, latents: process.settings.latents,
      seed: experiment.seed, particles: experiment.particles)
    if let before, before.subject == subject {
      self = before
      return
    }
    latents = process.start(count: experiment.particles, in: laboratory)
    let drawn = laboratory.data(count: experiment.particles)
    (data, labels) = (drawn.points, drawn.labels)
    codes = process.exact.latents(of: data)
    means = process.exact.means(ofPoints: data)
    var stream = experiment.randomness.stream(.reference, step: -1)
    let found = laboratory.mixture.entropy(
      drawing: Self.entropyDraws, from: &stream, mostWork: Self.entropyWork)
    entropy = EvidenceBound.Figure(found.value, error: found.error)
    self.subject = subject
  }

  /// How many points tell the entropy where it is no integral, and how many exponentials that may
  /// take: little enough for a frame.
  private static let entropyDraws = 2000
  private static let entropyWork = 1_000_000
}
