import Foundation
import Testing

@testable import Diffusion

/// The gradients of a game whose samples are jumps, against differences of its losses in double precision.
@Suite struct ConditionedGameTests {
  private struct Setting {
    var game: AdversarialGame
    let real: [SIMD2<Float>]
    let batch: GeneratorBatch
    let inputs: [[Double]]
    let scales: [Double]
    let offsets: [Point]

    init(count: Int = 5) {
      let network = NetworkSpecification(hidden: [6, 5])
      let sizes = JumpNetworks.architectures(of: network)
      var stream = Randomness(seed: 7).stream(.initialization)
      game = AdversarialGame(
        generator: sizes.generator, discriminator: sizes.discriminator, isConditioned: true,
        optimizer: .adam, from: &stream)
      real = stream.normalPoints(count).map { SIMD2<Float>($0) }
      let later = stream.normalPoints(count).map { SIMD2<Float>($0) }
      let levels = (0..<count).map { SIMD4<Float>(0.1, -0.2, 0.05 * Float($0), 0.3) }
      let rows = JumpNetworks.questions(
        later, levels: levels, latents: stream.normalPoints(count), through: game.view.map)
      scales = (0..<count).map { 0.3 + 0.1 * Double($0) }
      offsets = stream.normalPoints(count).map { 0.5 * $0 }
      let width = JumpNetworks.generatorInputs
      inputs = (0..<count).map { rows[$0 * width..<($0 + 1) * width].map(Double.init) }
      batch = GeneratorBatch(
        inputs: rows, scales: scales.map(Float.init), offsets: offsets.map { SIMD2<Float>($0) },
        conditions: (0..<count).map { index in
          JumpCondition(
            offset: later[index] * 1.5, slope: -0.8 - 0.2 * Float(index), level: levels[index],
            unit: 1 / (1 + Float(index)))
        })
    }
  }

  /// Both networks in double precision.
  private struct Reference {
    var generator: PlainNetwork
    var discriminator: PlainNetwork
    let frequencies: [Point]
    let conditions: [JumpCondition]

    init(_ setting: Setting) {
      func plain(_ network: PartNetwork) -> PlainNetwork {
        PlainNetwork(
          architecture: network.mlp.architecture, parameters: network.parameters.map(Double.init))
      }
      generator = plain(setting.game.present.generator)
      discriminator = plain(setting.game.present.discriminator)
      frequencies = setting.game.view.map.frequencies.map(Point.init)
      conditions = setting.batch.conditions
    }

    func logit(_ point: Point, _ index: Int) -> Double {
      let angles = frequencies.map { $0.x * point.x + $0.y * point.y }
      let told = conditions[index]
      let noise = Point(told.offset) + Double(told.slope) * point
      return discriminator.outputs(
        of: angles.map { sin($0) } + angles.map { cos($0) } + [3 * point.x, 3 * point.y]
          + [noise.x, noise.y] + (0..<4).map { Double(told.level[$0]) })[0]
    }

    private func slope(_ point: Point, _ index: Int) -> Point {
      let h = 1e-4
      func along(_ way: Point) -> Double {
        (logit(point + h * way, index) - logit(point - h * way, index)) / (2 * h)
      }
      return Point(along(Point(1, 0)), along(Point(0, 1)))
    }

    func discriminatorLoss(real: [Point], fake: [Point], penalty: Double) -> Double {
      let count = Double(real.count)
      return real.indices.reduce(0.0) { sum, index in
        let unit = Double(conditions[index].unit)
        let square = penalty == 0 ? 0 : slope(real[index], index).squaredLength * unit * unit
        return sum + log(1 + exp(-logit(real[index], index)))
          + log(1 + exp(logit(fake[index], index))) + penalty / 2 * square
      } / count
    }

    func generatorLoss(_ setting: Setting) -> Double {
      setting.inputs.indices.reduce(0.0) { sum, index in
        let answer = generator.outputs(of: setting.inputs[index])
        let sample =
          setting.scales[index] * Point(answer[0], answer[1]) + setting.offsets[index]
        return sum + log(1 + exp(-logit(sample, index)))
      } / Double(setting.inputs.count)
    }
  }

  @Test(
    "The discriminator's gradient is that of its loss under conditions, each with its own unit",
    arguments: [0, 3.0])
  func discriminator(penalty: Double) {
    var setting = Setting()
    let fake = setting.game.samples(of: setting.batch)
    let loss = setting.game.learnDiscriminator(
      real: setting.real, fake: fake, under: setting.batch.conditions, penalty: penalty)
    let (real, made) = (setting.real.map(Point.init), fake.map(Point.init))
    let reference = Reference(setting)
    #expect(abs(loss - reference.discriminatorLoss(real: real, fake: made, penalty: 0)) < 1e-5)
    let gradient = setting.game.gradients.discriminator
    let places = Array(stride(from: 0, to: gradient.count, by: 3))
    let slopes = places.map { index in
      var (above, below) = (reference, reference)
      above.discriminator.parameters[index] += 1e-5
      below.discriminator.parameters[index] -= 1e-5
      return
        (above.discriminatorLoss(real: real, fake: made, penalty: penalty)
        - below.discriminatorLoss(real: real, fake: made, penalty: penalty)) / 2e-5
    }
    let distance = relativeDistance(places.map { gradient[$0] }, slopes)
    #expect(distance < (penalty == 0 ? 2e-5 : 1e-3), "\(distance)")
  }

  @Test("The generator's gradient goes through the jump and through all that is told")
  func generator() {
    var setting = Setting()
    let loss = setting.game.learnGenerator(from: setting.batch)
    let reference = Reference(setting)
    #expect(abs(loss - reference.generatorLoss(setting)) < 1e-5)
    let own = setting.game.gradients.generator
    let places = Array(stride(from: 0, to: own.count, by: 3))
    let slopes = places.map { index in
      var (above, below) = (reference, reference)
      above.generator.parameters[index] += 1e-5
      below.generator.parameters[index] -= 1e-5
      return (above.generatorLoss(setting) - below.generatorLoss(setting)) / 2e-5
    }
    let distance = relativeDistance(places.map { own[$0] }, slopes)
    #expect(distance < 2e-5, "\(distance)")
  }
}
