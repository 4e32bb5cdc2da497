/// A GAN while it learns the plane, advanced one step at a time: a step of the discriminator, and then
/// one of the generator.
///
/// It is a value: the same inputs give the same bytes.
public struct GANTrainer: TrainingProcess {
  /// What keeps the game calm.
  public let stabilizer: GANStabilizer
  /// What is learned, in words.
  public let dataName: String
  /// The batch and the highest rate; they may be changed between steps.
  public var settings: TrainingSpecification {
    didSet {
      if settings.optimizer != oldValue.optimizer { game.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  public private(set) var steps = 0
  public var rate: Double { settings.rate }
  public var recoveries: [Trainer.Recovery] { [] }

  private let data: TrainingData
  private var game: AdversarialGame

  /// A run that has made no step yet.
  ///
  /// - Parameter network: the hidden layers of both networks.
  public init(
    _ stabilizer: GANStabilizer, mixture: GaussianMixture, dataName: String,
    network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64
  ) {
    self.stabilizer = stabilizer
    self.dataName = dataName
    self.settings = settings
    self.seed = seed
    data = TrainingData(mixture: mixture)
    var stream = Randomness(seed: seed).stream(.initialization)
    game = AdversarialGame(network, optimizer: settings.optimizer, from: &stream)
  }

  /// A run that goes on from trained weights, with optimizers that have to find their pace again; nil
  /// where they measure data of another place or size.
  public init?(
    _ stabilizer: GANStabilizer, continuing weights: GANWeights, mixture: GaussianMixture,
    dataName: String, settings: TrainingSpecification
  ) {
    let data = TrainingData(mixture: mixture)
    guard data.standardization == weights.networks.standardization else { return nil }
    self.stabilizer = stabilizer
    self.dataName = dataName
    self.settings = settings
    self.data = data
    seed = weights.seed
    steps = weights.steps
    game = AdversarialGame(continuing: weights.networks, optimizer: settings.optimizer)
  }

  /// Draws batches and moves the weights of both networks once.
  ///
  /// - Returns: what the discriminator loses before the move, its cross-entropy over real points and
  ///   samples in nats: ln 2 where it cannot tell them apart, less the better it can.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    var stream = Randomness(seed: seed).stream(.training, step: steps)
    let (count, noise) = (settings.batch, stabilizer.noise(atStep: steps))
    // Where there is none, no numbers are drawn for it: the game alone has fewer dice.
    func noises() -> [SIMD2<Float>] {
      if noise == 0 { return [SIMD2<Float>](repeating: .zero, count: count) }
      return stream.normalPoints(count).map { SIMD2<Float>(noise * $0) }
    }
    let real = (0..<count).map { _ -> SIMD2<Float> in
      let choice = stream.uniform()
      return SIMD2<Float>(data.made(choice: choice, normals: (stream.normalPoint(), .zero)).clean)
    }
    let samples = game.samples(of: stream.normalPoints(count))
    let loss = game.learnDiscriminator(
      real: zip(real, noises()).map { $0 + $1 }, fake: zip(samples, noises()).map { $0 + $1 },
      penalty: stabilizer.penalty)
    game.advanceDiscriminator(rate: settings.rate)
    _ = game.learnGenerator(from: stream.normalPoints(count), noise: noises())
    game.advanceGenerator(rate: settings.rate)
    return loss / 2
  }

  /// The weights as they are.
  public var weights: GANWeights {
    GANWeights(
      networks: game.networks(in: data.standardization), stabilizer: stabilizer, data: dataName,
      steps: steps, seed: seed)
  }
}
