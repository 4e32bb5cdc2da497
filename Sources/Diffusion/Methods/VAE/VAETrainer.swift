import Foundation

/// A variational auto-encoder while it learns the plane, advanced one step at a time.
///
/// What is brought down is the negative bound with its divergence weighted by beta (Higgins et al.
/// 2017), in standard units
/// ```
/// E_q |x - mean(z)|² / (2 s²) + ln(2 pi s²) + beta KL(q(z | x) || N(0, I)),
/// ```
/// s the decoder's spread. Times 2 s², that is a squared error with a weighted divergence, as coders
/// of pictures learn it. A spread that is learned is at every step the one that is best for the latest
/// batches, the root of their mean squared error per coordinate (Rybkin et al. 2021).
///
/// It is a value: the same inputs give the same bytes.
public struct VAETrainer: TrainingProcess {
  public let subject: VAESettings
  /// What is learned, in words.
  public let dataName: String
  /// The batch and the highest rate; they may be changed between steps.
  public var settings: TrainingSpecification {
    didSet {
      if settings.optimizer != oldValue.optimizer { coder.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  public private(set) var steps = 0
  public var rate: Double { settings.rate }
  public var recoveries: [Trainer.Recovery] { [] }

  private let data: TrainingData
  private var coder: CoderTrainer
  /// The variance of the decoder's Gaussian in standard units.
  private var variance: Double

  /// The variance that a learned spread begins with: that of narrow answers, so that latents are of
  /// use from the start. With a wide one they may never be.
  private static let firstVariance = 0.01
  /// About how many steps a learned spread looks back on.
  private static let window = 100.0

  /// A run that has made no step yet.
  ///
  /// - Parameter network: the hidden layers of the encoder, which are the decoder's in the opposite
  ///   order; none for linear maps.
  public init(
    _ subject: VAESettings, mixture: GaussianMixture, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64
  ) {
    self.subject = subject
    self.dataName = dataName
    self.settings = settings
    self.seed = seed
    data = TrainingData(mixture: mixture)
    variance = subject.fixedVariance(in: data.standardization) ?? Self.firstVariance
    var stream = Randomness(seed: seed).stream(.initialization)
    let networks = VariationalAutoEncoder.architectures(latents: subject.latents, of: network)
    coder = CoderTrainer(
      encoder: networks.encoder, decoder: networks.decoder, isVariational: true,
      divergenceWeight: 0, optimizer: settings.optimizer, from: &stream)
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size, or have other latents.
  public init?(
    _ subject: VAESettings, continuing weights: VAEWeights, mixture: GaussianMixture,
    dataName: String, settings: TrainingSpecification
  ) {
    let model = weights.model
    let data = TrainingData(mixture: mixture)
    guard data.standardization == model.standardization, subject.latents == model.latents else {
      return nil
    }
    self.subject = subject
    self.dataName = dataName
    self.settings = settings
    self.data = data
    seed = weights.seed
    steps = weights.steps
    let own = model.spread / data.standardization.spread
    variance = subject.fixedVariance(in: data.standardization) ?? own * own
    coder = CoderTrainer(
      continuing: model.encoder, model.decoder, divergenceWeight: 0,
      optimizer: settings.optimizer)
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the perplexity of a coordinate in standard units, `exp` of half of what is brought down,
  ///   before the move; where the spread is learned, by the one that is best for the batch. It is above
  ///   0 whatever the density, and on a logarithmic axis equal distances are equal nats; knowing but
  ///   mean and spread costs 4.13, the root of 2 pi e.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    let batch = (0..<settings.batch).map { _ -> [Float] in
      let choice = stream.uniform()
      let point = data.made(choice: choice, normals: (stream.normalPoint(), .zero)).clean
      return [Float(point.x), Float(point.y)]
    }
    coder.divergenceWeight = 2 * variance * subject.beta
    let loss = coder.step(on: batch, rate: settings.rate, from: &stream)
    let divergence = loss.divergence / (2 * variance)
    guard subject.spread == .learned else {
      return perplexity(loss.squares, divergence, at: variance)
    }
    let best = max(loss.squares / 2, Self.leastVariance)
    if best.isFinite { variance += (best - variance) / Self.window }
    return perplexity(loss.squares, divergence, at: best)
  }

  private func perplexity(_ squares: Double, _ divergence: Double, at variance: Double) -> Double {
    let objective = squares / (2 * variance) + log(2 * .pi * variance) + divergence
    return exp(min(objective / 2, Self.mostNats))
  }

  /// A spread that is far too narrow costs more than a number can hold the exponential of.
  private static let mostNats = 300.0

  /// Data of no width would be answered with a density without bounds.
  private static let leastVariance = 1e-8

  /// The moving average of the weights: what to sample with.
  public var weights: VAEWeights {
    let networks = coder.networks
    return VAEWeights(
      model: VariationalAutoEncoder(
        encoder: networks.encoder, decoder: networks.decoder,
        standardization: data.standardization,
        spread: data.standardization.spread * variance.squareRoot()),
      beta: subject.beta, data: dataName, steps: steps, seed: seed)
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
