import Foundation
import Testing

@testable import Diffusion

/// The gradients of both players against differences of the losses in double precision.
@Suite struct AdversarialGameTests {
  private static let network = NetworkSpecification(hidden: [6, 5])

  /// A game with points for both players; more of them than a block.
  private struct Setting {
    var game: AdversarialGame
    let reference: DoubleGame
    var batch: GeneratorBatch { GeneratorBatch(latents: latents, noise: noise) }
    let real: [SIMD2<Float>]
    let latents: [Point]
    let noise: [SIMD2<Float>]

    init(count: Int = 5) {
      var stream = Randomness(seed: 7).stream(.initialization)
      game = AdversarialGame.small(AdversarialGameTests.network, from: &stream)
      real = stream.normalPoints(count).map { SIMD2<Float>($0) }
      latents = stream.normalPoints(count)
      noise = stream.normalPoints(count).map { SIMD2<Float>(0.3 * $0) }
      reference = DoubleGame(game.networks)
    }
  }

  @Test(
    "The discriminator's gradient is that of its loss, with and without a penalty",
    arguments: [0, 3.0])
  func discriminator(penalty: Double) {
    var setting = Setting()
    let fake = setting.game.samples(of: setting.batch)
    let loss = setting.game.learnDiscriminator(real: setting.real, fake: fake, penalty: penalty)
    let (real, made) = (setting.real.map(Point.init), fake.map(Point.init))
    let reference = setting.reference
    #expect(
      abs(loss - reference.discriminatorLoss(real: real, fake: made, penalty: 0)) < 1e-5)
    let gradient = setting.game.gradients.discriminator
    let places = Array(stride(from: 0, to: gradient.count, by: 3))
    let slopes = places.map { index in
      reference.slope(ofDiscriminator: index) {
        $0.discriminatorLoss(real: real, fake: made, penalty: penalty)
      }
    }
    // The central difference of the penalty leaves out some ten thousandths.
    let distance = relativeDistance(places.map { gradient[$0] }, slopes)
    #expect(distance < (penalty == 0 ? 2e-5 : 1e-3), "\(distance)")
  }

  @Test("The penalty's gradient is not that of the loss without it")
  func penaltyCounts() {
    let gradients = [0, 3.0].map { penalty -> [Float] in
      var setting = Setting()
      let fake = setting.game.samples(of: setting.batch)
      _ = setting.game.learnDiscriminator(real: setting.real, fake: fake, penalty: penalty)
      return setting.game.gradients.discriminator
    }
    let farthest = zip(gradients[0], gradients[1]).map { abs($0 - $1) }.max() ?? 0
    #expect(farthest > 0.1)
  }

  @Test("The generator's gradient is that of its loss, through noise and the discriminator")
  func generator() {
    var setting = Setting()
    let loss = setting.game.learnGenerator(from: setting.batch)
    let noise = setting.noise.map(Point.init)
    let (reference, latents) = (setting.reference, setting.latents)
    #expect(abs(loss - reference.generatorLoss(latents, noise: noise)) < 1e-5)
    let own = setting.game.gradients.generator
    for index in stride(from: 0, to: own.count, by: 2) {
      let slope = reference.slope(ofGenerator: index) { $0.generatorLoss(latents, noise: noise) }
      #expect(abs(slope - Double(own[index])) < 2e-5 * max(1, abs(slope)), "parameter \(index)")
    }
  }

  @Test("A step of the generator leaves the discriminator's gradient as it is")
  func pulledBackLearnsNothing() {
    var setting = Setting()
    let fake = setting.game.samples(of: setting.batch)
    _ = setting.game.learnDiscriminator(real: setting.real, fake: fake, penalty: 0)
    let before = setting.game.gradients.discriminator
    _ = setting.game.learnGenerator(from: setting.batch)
    #expect(setting.game.gradients.discriminator == before)
  }

  @Test("A batch of several blocks is the mean of its points, one by one")
  func blocks() {
    let count = MLP.blockSize + 3
    var setting = Setting(count: count)
    let (real, noise) = (setting.real, setting.noise)
    _ = setting.game.learnDiscriminator(real: real, fake: noise, penalty: 0.5)
    let whole = setting.game.gradients.discriminator
    var sum = [Double](repeating: 0, count: whole.count)
    for index in 0..<count {
      _ = setting.game.learnDiscriminator(real: [real[index]], fake: [noise[index]], penalty: 0.5)
      for (place, value) in setting.game.gradients.discriminator.enumerated() {
        sum[place] += Double(value) / Double(count)
      }
    }
    #expect(relativeDistance(whole, sum) < 1e-4)
  }

  @Test("Where the discriminator says the same everywhere, the generator has nothing to learn")
  func flatDiscriminator() {
    let networks = Setting().game.networks
    let flat = PartNetwork(
      mlp: networks.discriminator.mlp,
      parameters: networks.discriminator.parameters.map { _ in 0 })
    var game = AdversarialGame(
      generator: networks.generator, discriminator: flat, view: networks.view, optimizer: .adam)
    let latents = Setting().latents
    let loss = game.learnGenerator(
      from: GeneratorBatch(
        latents: latents, noise: [SIMD2<Float>](repeating: .zero, count: latents.count)))
    #expect(abs(loss - log(2)) < 1e-6)
    #expect(game.gradients.generator.allSatisfy { $0 == 0 })
  }

  @Test("Losses of logits far out are finite, and ln 2 in the middle")
  func losses() {
    for logit: Float in [-500, -3, 0, 3, 500] {
      let (real, fake) = (AdversarialLoss.real(logit), AdversarialLoss.fake(logit))
      #expect(real.loss.isFinite && fake.loss.isFinite && real.loss >= 0 && fake.loss >= 0)
      // ln(1 - D) - ln D = -logit.
      #expect(abs(real.loss - fake.loss + Double(logit)) < 1e-6)
      #expect(abs(fake.slope - real.slope - 1) < 1e-6)
    }
    #expect(abs(AdversarialLoss.real(0).loss - log(2)) < 1e-12)
  }
}

extension AdversarialGame {
  /// A game of a GAN with these hidden layers.
  static func small(
    _ network: NetworkSpecification, from stream: inout RandomStream
  ) -> AdversarialGame {
    let sizes = AdversarialNetworks.architectures(of: network)
    return AdversarialGame(
      generator: sizes.generator, discriminator: sizes.discriminator, optimizer: .adam,
      from: &stream)
  }

  /// The networks as they are, of data in standard units.
  var networks: AdversarialNetworks {
    AdversarialNetworks(
      generator: present.generator, discriminator: present.discriminator, view: view,
      standardization: .identity, stabilizer: .none)
  }
}

/// Both networks in double precision, with the losses as they are defined.
private struct DoubleGame {
  var generator: PlainNetwork
  var discriminator: PlainNetwork
  let frequencies: [Point]

  init(_ networks: AdversarialNetworks) {
    func plain(_ network: PartNetwork) -> PlainNetwork {
      PlainNetwork(
        architecture: network.mlp.architecture, parameters: network.parameters.map(Double.init))
    }
    generator = plain(networks.generator)
    discriminator = plain(networks.discriminator)
    frequencies = networks.view.map.frequencies.map(Point.init)
  }

  func logit(_ point: Point) -> Double {
    let angles = frequencies.map { $0.x * point.x + $0.y * point.y }
    return discriminator.outputs(
      of: angles.map { sin($0) } + angles.map { cos($0) } + [3 * point.x, 3 * point.y])[0]
  }

  func discriminatorLoss(real: [Point], fake: [Point], penalty: Double) -> Double {
    let count = Double(real.count)
    let squares = penalty == 0 ? 0 : real.reduce(0) { $0 + slope(at: $1).squaredLength }
    return real.reduce(0) { $0 + log(1 + exp(-logit($1))) } / count
      + fake.reduce(0) { $0 + log(1 + exp(logit($1))) } / count + penalty / 2 * squares / count
  }

  private func slope(at point: Point) -> Point {
    let h = 1e-4
    func along(_ way: Point) -> Double {
      (logit(point + h * way) - logit(point - h * way)) / (2 * h)
    }
    return Point(along(Point(1, 0)), along(Point(0, 1)))
  }

  func generatorLoss(_ latents: [Point], noise: [Point]) -> Double {
    zip(latents, noise).reduce(0) { sum, pair in
      let made = generator.outputs(of: [pair.0.x, pair.0.y])
      return sum + log(1 + exp(-logit(Point(made[0], made[1]) + pair.1)))
    } / Double(latents.count)
  }

  func slope(ofDiscriminator index: Int, _ loss: (DoubleGame) -> Double) -> Double {
    var (above, below) = (self, self)
    above.discriminator.parameters[index] += 1e-5
    below.discriminator.parameters[index] -= 1e-5
    return (loss(above) - loss(below)) / 2e-5
  }

  func slope(ofGenerator index: Int, _ loss: (DoubleGame) -> Double) -> Double {
    var (above, below) = (self, self)
    above.generator.parameters[index] += 1e-5
    below.generator.parameters[index] -= 1e-5
    return (loss(above) - loss(below)) / 2e-5
  }
}
