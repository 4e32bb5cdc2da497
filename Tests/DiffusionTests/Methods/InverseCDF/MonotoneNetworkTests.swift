import Foundation
import Testing

@testable import Diffusion

@Suite struct MonotoneNetworkTests {
  private static func units(_ raw: [Float]) -> MonotoneUnits {
    var raw = raw
    return MonotoneUnits(&raw)
  }

  private static func units(seed: UInt64, scale: Double) -> MonotoneUnits {
    var stream = Randomness(seed: seed).stream(.data)
    let raw = (0..<MonotoneUnits.rawCount).map { _ in Float(scale * stream.normalPoint().x) }
    return units(raw)
  }

  @Test("It rises everywhere, whatever a network answers", arguments: [0.1, 1, 10, 1000])
  func itRisesEverywhere(scale: Double) {
    for seed in 0..<40 as Range<UInt64> {
      let units = Self.units(seed: seed, scale: scale)
      let values = stride(from: -40.0, through: 40, by: 0.05).map(units.value)
      for value in values { #expect(value.slope >= MonotoneUnits.leastSlope) }
      for (one, next) in zip(values, values.dropFirst()) { #expect(one.x < next.x) }
    }
  }

  @Test("Answers that are no numbers count as none")
  func brokenAnswersStayFinite() {
    let raw = [Float](repeating: .nan, count: MonotoneUnits.rawCount)
    let units = Self.units(raw)
    #expect(units.value(at: 1.5).x.isFinite && units.value(at: 1.5).slope > 0)
  }

  @Test("The slope and the gradient are the derivatives of the value")
  func derivativesAreRight() {
    let step = 1e-3
    for seed in 0..<5 as Range<UInt64> {
      var stream = Randomness(seed: seed).stream(.data)
      let raw = (0..<MonotoneUnits.rawCount).map { _ in Float(stream.normalPoint().x) }
      func value(_ raw: [Float], _ z: Double) -> MonotoneUnits.Value {
        Self.units(raw).value(at: z)
      }
      for z in [-2.5, -0.3, 0.8] {
        let slope = (value(raw, z + step).x - value(raw, z - step).x) / (2 * step)
        #expect(abs(slope - value(raw, z).slope) < 1e-4 * (1 + abs(slope)))
        var gradient = [Double](repeating: 0, count: raw.count)
        Self.units(raw).addGradient(at: z, times: 1, to: &gradient)
        for index in raw.indices {
          var (more, less) = (raw, raw)
          more[index] += Float(step)
          less[index] -= Float(step)
          let width = Double(more[index]) - Double(less[index])
          let difference = (value(more, z).x - value(less, z).x) / width
          #expect(abs(difference - gradient[index]) < 1e-4 * (1 + abs(difference)))
        }
      }
    }
  }

  @Test("The inverse finds the quantile again")
  func inverseIsAnInverse() {
    let units = Self.units(seed: 3, scale: 1)
    for z in stride(from: -4.0, through: 4, by: 0.37) {
      #expect(abs(units.inverse(of: units.value(at: z).x) - z) < 1e-9)
    }
  }

  private static func trained(
    axes: AxisOrder = .xy, steps: Int
  ) throws -> (Laboratory, InverseCDFTrainer) {
    var experiment = Experiment(method: InverseCDFSettings(axes: axes))
    experiment.distribution = .components(try InverseCDFLawTests.mixture().components)
    experiment.model.network.hidden = [32, 32]
    let laboratory = try Laboratory(experiment)
    var trainer = try #require(laboratory.inverseCDF?.trainer(in: laboratory))
    for _ in 0..<steps { _ = trainer.step() }
    return (laboratory, trainer)
  }

  @Test("From samples alone it comes near the exact map", arguments: AxisOrder.allCases)
  func itLearnsTheMap(axes: AxisOrder) throws {
    let (laboratory, trainer) = try Self.trained(axes: axes, steps: 400)
    let exact = try #require(laboratory.inverseCDF?.map)
    let shares = InverseCDFLawTests.shares(500)
    let expected = exact.points(at: shares)
    func error(_ weights: InverseCDFWeights) -> Double {
      zip(MonotoneNetwork(weights).points(at: shares), expected)
        .reduce(0) { $0 + ($1.0 - $1.1).length } / 500
    }
    let untrained = try Self.trained(axes: axes, steps: 0).1
    let spread = laboratory.mixture.spread
    #expect(error(untrained.weights) > spread / 3)
    #expect(error(trainer.weights) < spread / 6)
  }

  @Test("The error of the map is told as mean and maximum, 0 for the exact one")
  func mapErrorIsTold() throws {
    let (laboratory, trainer) = try Self.trained(steps: 0)
    let process = try #require(laboratory.inverseCDF)
    let start = process.start(count: 200, in: laboratory)
    let maps: [any QuantileMap] = [process.map, MonotoneNetwork(trainer.weights)]
    let figures = try maps.map { map in
      try EvaluationMetric.mapError.figures(
        of: SampleSet(
          of: map.points(at: start), origin: MappedOrigin(start: start, map: map), in: laboratory))
    }
    for figure in figures.joined() {
      #expect(figure.ideal == 0 && figure.count == 200)
      #expect(!figure.definition.isEmpty && !figure.definition.contains(","))
    }
    #expect(figures[0].map(\.value) == [0, 0])
    #expect(figures[1].map(\.name) == ["map_error_mean", "map_error_max"])
    #expect(figures[1][0].value > 0 && figures[1][1].value > figures[1][0].value)
  }

  @Test("Its density is that of the area its map covers")
  func densityIsThatOfTheMap() throws {
    let network = MonotoneNetwork(try Self.trained(steps: 60).1.weights)
    let shares = InverseCDFLawTests.shares(200)
    let points = network.points(at: shares)
    for (share, back) in zip(shares, network.shares(at: points)) {
      #expect((share - back).length < 1e-6)
    }
    let step = 1e-4
    for share in shares.prefix(20).map({ 0.1 + 0.8 * $0 }) {
      let around = [share, share + Point(step, 0), share + Point(0, step)]
      let moved = network.points(at: around)
      let (right, up) = (moved[1] - moved[0], moved[2] - moved[0])
      let area = abs(right.x * up.y - right.y * up.x) / (step * step)
      #expect(abs(network.logDensities(at: [moved[0]])[0] + log(area)) < 0.05)
    }
  }

  @Test("Weights are read back from their file, and the file says what they are")
  func weightsAreReadBack() throws {
    let (_, trainer) = try Self.trained(axes: .yx, steps: 3)
    let file = try trainer.weights.encoded()
    #expect(try InverseCDFWeights(decoding: file) == trainer.weights)
    let words = try Safetensors(decoding: file).metadata
    #expect(words["method"] == "inverse-cdf" && words["axes"] == "yx")
    #expect(throws: WeightsError.self) { try Weights(decoding: file) }
    let denoiser = try Laboratory(Experiment()).trainer().weights.encoded()
    #expect(throws: WeightsError.self) { try InverseCDFWeights(decoding: denoiser) }
  }

  @Test("The same seed gives the same bytes, and a run goes on from its weights")
  func trainingIsReproducible() throws {
    let (laboratory, one) = try Self.trained(steps: 5)
    let other = try Self.trained(steps: 5).1
    #expect(one.weights == other.weights)
    let resumed = try #require(
      InverseCDFTrainer(
        continuing: one.weights, mixture: laboratory.mixture, axes: .xy, dataName: "",
        settings: TrainingSpecification()))
    #expect(resumed.steps == 5 && resumed.weights.parameters == one.weights.parameters)
    #expect(
      InverseCDFTrainer(
        continuing: one.weights, mixture: laboratory.mixture, axes: .yx, dataName: "",
        settings: TrainingSpecification()) == nil)
  }

  @Test("A network of another order is refused where a run asks it")
  func otherOrderIsRefused() throws {
    let weights = try Self.trained(axes: .yx, steps: 0).1.weights
    let laboratory = try Self.trained(axes: .xy, steps: 0).0
    #expect(throws: GenerationError.self) { try laboratory.generation(by: weights, count: 3) }
  }
}
