import Foundation

/// A variational auto-encoder while it learns the plane, advanced one step at a time.
public typealias VAETrainer = JointTraining<VAELearner>

/// An encoder and a decoder while they learn.
///
/// What is brought down is the negative bound with its divergence weighted by beta (Higgins et al.
/// 2017), in standard units
/// ```
/// E_q |x - mean(z)|² / (2 s²) + ln(2 pi s²) + beta KL(q(z | x) || N(0, I)),
/// ```
/// s the decoder's spread. Times 2 s², that is a squared error with a weighted divergence, as coders
/// of pictures learn it. A spread that is learned is at every step the one that is best for the latest
/// batches, the root of their mean squared error per coordinate (Rybkin et al. 2021).
public struct VAELearner: JointLearner {
  let subject: VAESettings
  private var coder: CoderTrainer
  /// The variance of the decoder's Gaussian in standard units.
  private var variance: Double

  /// The variance that a learned spread begins with: that of narrow answers, so that latents are of
  /// use from the start. With a wide one they may never be.
  private static let firstVariance = 0.01
  /// About how many steps a learned spread looks back on.
  private static let window = 100.0

  init(_ subject: VAESettings, _ coder: CoderTrainer, variance: Double?, on data: Standardization) {
    self.subject = subject
    self.coder = coder
    self.variance = subject.fixedVariance(in: data) ?? variance ?? Self.firstVariance
  }

  public init(
    _ subject: VAESettings, in standardization: Standardization, network: NetworkSpecification,
    optimizer: Optimizer, from stream: inout RandomStream
  ) {
    let networks = VariationalAutoEncoder.architectures(latents: subject.latents, of: network)
    let coder = CoderTrainer(
      encoder: networks.encoder, decoder: networks.decoder, isVariational: true,
      divergenceWeight: 0, optimizer: optimizer, from: &stream)
    self.init(subject, coder, variance: nil, on: standardization)
  }

  /// Nil where the latents are of other sizes.
  public init?(
    _ subject: VAESettings, continuing networks: VariationalAutoEncoder, optimizer: Optimizer
  ) {
    guard subject.latents == networks.latents else { return nil }
    let own = networks.spread / networks.standardization.spread
    let coder = CoderTrainer(
      continuing: networks.encoder, networks.decoder, divergenceWeight: 0, optimizer: optimizer)
    self.init(subject, coder, variance: own * own, on: networks.standardization)
  }

  public mutating func change(to optimizer: Optimizer) { coder.change(to: optimizer) }

  /// - Returns: the perplexity of a coordinate in standard units, `exp` of half of what is brought down,
  ///   before the move; where the spread is learned, by the one that is best for the batch. It is above
  ///   0 whatever the density, and on a logarithmic axis equal distances are equal nats; knowing but
  ///   mean and spread costs 4.13, the root of 2 pi e.
  public mutating func step(_ step: JointStep, from stream: inout RandomStream) -> Double {
    let batch = step.cleanPoints(from: &stream).map { [$0.x, $0.y] }
    coder.divergenceWeight = 2 * variance * subject.beta
    let loss = coder.step(on: batch, rate: step.settings.rate, from: &stream)
    let divergence = loss.divergence / (2 * variance)
    guard subject.spread == .learned else {
      return perplexity(loss.squares, divergence, at: variance)
    }
    let best = HeldVariance.nearest(loss.squares / 2)
    if loss.squares.isFinite { variance += (best - variance) / Self.window }
    return perplexity(loss.squares, divergence, at: best)
  }

  private func perplexity(_ squares: Double, _ divergence: Double, at variance: Double) -> Double {
    let objective = squares / (2 * variance) + log(2 * .pi * variance) + divergence
    return exp(min(objective / 2, Self.mostNats))
  }

  /// A spread that is far too narrow costs more than a number can hold the exponential of.
  private static let mostNats = 300.0

  /// The moving average of the weights: what to sample with.
  public func networks(in standardization: Standardization) -> VariationalAutoEncoder {
    let networks = coder.networks
    return VariationalAutoEncoder(
      encoder: networks.encoder, decoder: networks.decoder, standardization: standardization,
      spread: standardization.spread * variance.squareRoot(), beta: subject.beta)
  }
}

extension VAESettings {
  /// The variance of a fixed spread in standard units; nil where it is learned.
  fileprivate func fixedVariance(in standardization: Standardization) -> Double? {
    guard case .fixed(let spread) = spread else { return nil }
    let own = spread / standardization.spread
    return own * own
  }
}
