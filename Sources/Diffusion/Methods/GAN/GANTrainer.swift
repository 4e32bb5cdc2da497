/// A GAN while it learns the plane, advanced one step at a time.
public typealias GANTrainer = JointTraining<GANLearner>

/// The two players of a GAN: a step is one of the discriminator, and then one of the generator.
public struct GANLearner: JointLearner {
  /// What keeps the game calm.
  let stabilizer: GANStabilizer
  private var game: AdversarialGame

  init(_ game: AdversarialGame, _ stabilizer: GANStabilizer) {
    self.game = game
    self.stabilizer = stabilizer
  }

  public init(
    _ stabilizer: GANStabilizer, in standardization: Standardization,
    network: NetworkSpecification, optimizer: Optimizer, from stream: inout RandomStream
  ) {
    let sizes = AdversarialNetworks.architectures(of: network)
    let game = AdversarialGame(
      generator: sizes.generator, discriminator: sizes.discriminator, optimizer: optimizer,
      from: &stream)
    self.init(game, stabilizer)
  }

  public init(
    _ stabilizer: GANStabilizer, continuing networks: AdversarialNetworks, optimizer: Optimizer
  ) {
    let game = AdversarialGame(
      generator: networks.generator, discriminator: networks.discriminator, view: networks.view,
      optimizer: optimizer)
    self.init(game, stabilizer)
  }

  public mutating func change(to optimizer: Optimizer) { game.change(to: optimizer) }

  /// - Returns: what the discriminator loses before the move, its cross-entropy over real points and
  ///   samples in nats: ln 2 where it cannot tell them apart, less the better it can.
  public mutating func step(_ step: JointStep, from stream: inout RandomStream) -> Double {
    let (count, rate) = (step.settings.batch, step.settings.rate)
    let noise = stabilizer.noise(atStep: step.number)
    // Where there is none, no numbers are drawn for it: the game alone has fewer dice.
    func noises() -> [SIMD2<Float>] {
      if noise == 0 { return [SIMD2<Float>](repeating: .zero, count: count) }
      return stream.normalPoints(count).map { SIMD2<Float>(noise * $0) }
    }
    let real = step.cleanPoints(from: &stream)
    let none = [SIMD2<Float>](repeating: .zero, count: count)
    let samples = game.samples(
      of: GeneratorBatch(latents: stream.normalPoints(count), noise: none))
    let loss = game.learnDiscriminator(
      real: zip(real, noises()).map { $0 + $1 }, fake: zip(samples, noises()).map { $0 + $1 },
      penalty: stabilizer.penalty)
    game.advanceDiscriminator(rate: rate)
    _ = game.learnGenerator(
      from: GeneratorBatch(latents: stream.normalPoints(count), noise: noises()))
    game.advanceGenerator(rate: rate)
    return loss / 2
  }

  /// The weights as they are, and not their moving averages: averaging is a cure of its own (Yazici et
  /// al. 2019), and would hide how a game goes round in circles.
  public func networks(in standardization: Standardization) -> AdversarialNetworks {
    AdversarialNetworks(
      generator: game.present.generator, discriminator: game.present.discriminator,
      view: game.view, standardization: standardization, stabilizer: stabilizer)
  }
}
