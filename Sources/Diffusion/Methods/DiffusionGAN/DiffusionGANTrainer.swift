/// A denoising diffusion GAN while it learns the plane, advanced one step at a time.
public typealias DiffusionGANTrainer = JointTraining<DiffusionGANLearner>

/// A generator of clean points and a discriminator of jumps: a step is one of the discriminator, and then
/// one of the generator.
///
/// Both are calmed by a penalty on the discriminator's slope at true pairs, with respect to the point that
/// a jump leads to (R1; Xiao et al. 2022).
public struct DiffusionGANLearner: JointLearner {
  private let ladder: JumpLadder
  private let jumps: [CanonicalJump]
  private var game: AdversarialGame

  /// The weight of the penalty.
  private static let penalty = 0.05

  init(_ game: AdversarialGame, _ ladder: JumpLadder, in standardization: Standardization) {
    self.game = game
    self.ladder = ladder
    jumps = (0..<ladder.count).map { CanonicalJump($0, of: ladder, in: standardization) }
  }

  public init(
    _ ladder: JumpLadder, in standardization: Standardization, network: NetworkSpecification,
    optimizer: Optimizer, from stream: inout RandomStream
  ) {
    let sizes = JumpNetworks.architectures(of: network)
    let game = AdversarialGame(
      generator: sizes.generator, discriminator: sizes.discriminator, isConditioned: true,
      optimizer: optimizer, from: &stream)
    self.init(game, ladder, in: standardization)
  }

  /// Nil where the networks know other jumps.
  public init?(_ ladder: JumpLadder, continuing networks: JumpNetworks, optimizer: Optimizer) {
    guard networks.knows(ladder) else { return nil }
    let game = AdversarialGame(
      generator: networks.generator, discriminator: networks.discriminator, view: networks.view,
      optimizer: optimizer)
    self.init(game, ladder, in: networks.standardization)
  }

  public mutating func change(to optimizer: Optimizer) { game.change(to: optimizer) }

  /// True pairs of a batch, each of a jump of its own.
  private struct Pairs {
    let jumps: [CanonicalJump]
    let earlier: [SIMD2<Float>]
    let later: [SIMD2<Float>]

    var conditions: [JumpCondition] { zip(jumps, later).map { $0.condition(of: $1) } }
  }

  private func pairs(_ step: JointStep, from stream: inout RandomStream) -> Pairs {
    let clean = step.cleanPoints(from: &stream)
    let count = clean.count
    // Every jump as often as another, to one.
    let turn = stream.uniform()
    let chosen = (0..<count).map { index -> CanonicalJump in
      let share = (Double(index) + turn) / Double(count)
      return jumps[min(jumps.count - 1, Int(share * Double(jumps.count)))]
    }
    let pairs = zip(chosen, clean).map { jump, clean in
      jump.pair(of: clean, (stream.normalPoint(), stream.normalPoint()))
    }
    return Pairs(jumps: chosen, earlier: pairs.map(\.earlier), later: pairs.map(\.later))
  }

  /// What the generator is asked of the later points, with fresh latents.
  private func batch(_ pairs: Pairs, from stream: inout RandomStream) -> GeneratorBatch {
    let count = pairs.later.count
    let latents = stream.normalPoints(count)
    let noise = stream.normalPoints(count)
    return GeneratorBatch(
      inputs: JumpNetworks.questions(
        pairs.later, levels: pairs.jumps.map(\.features), latents: latents,
        through: game.view.map),
      scales: pairs.jumps.map { Float($0.posterior.clean) },
      offsets: pairs.jumps.indices.map { index in
        let posterior = pairs.jumps[index].posterior
        return Float(posterior.noisy) * pairs.later[index]
          + SIMD2<Float>(posterior.variance.squareRoot() * noise[index])
      }, conditions: pairs.conditions)
  }

  /// - Returns: what the discriminator loses before the move, its cross-entropy over true pairs and those
  ///   of the generator in nats: ln 2 where it cannot tell them apart.
  public mutating func step(_ step: JointStep, from stream: inout RandomStream) -> Double {
    let rate = step.settings.rate
    let pairs = pairs(step, from: &stream)
    let made = batch(pairs, from: &stream)
    let loss = game.learnDiscriminator(
      real: pairs.earlier, fake: game.samples(of: made), under: made.conditions,
      penalty: Self.penalty)
    game.advanceDiscriminator(rate: rate)
    _ = game.learnGenerator(from: batch(self.pairs(step, from: &stream), from: &stream))
    game.advanceGenerator(rate: rate)
    return loss / 2
  }

  /// The moving average of the generator, and the discriminator as it is.
  public func networks(in standardization: Standardization) -> JumpNetworks {
    JumpNetworks(
      generator: game.averageGenerator, discriminator: game.present.discriminator,
      view: game.view, standardization: standardization, jump: ladder.jump,
      logSNRs: ladder.logSNRs)
  }
}
