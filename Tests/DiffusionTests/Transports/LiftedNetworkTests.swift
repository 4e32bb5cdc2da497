import Foundation
import Testing

@testable import Diffusion

/// Networks that are told the third coordinate of a point.
@Suite struct LiftedNetworkTests {
  private static func laboratory(_ repair: TransportRepair) throws -> Laboratory {
    let mixture = Distribution.eightGaussians.mixture()
    var experiment = Experiment(
      schedule: ScheduleSpecification(kind: .straightLine),
      model: ModelSpecification(network: NetworkSpecification(hidden: [48, 48])),
      sampler: SamplerSpecification(kind: .flowEuler, steps: 30),
      method: TransportSpecification(
        prior: .perLabel(Arrangement.opposite.priors(for: mixture)), repair: repair))
    experiment.training.batch = 128
    return try Laboratory(experiment)
  }

  private static func trained(_ laboratory: Laboratory, steps: Int) throws -> Weights {
    var trainer = try #require(laboratory.transportTrainer())
    for _ in 0..<steps { _ = trainer.step() }
    return trainer.weights
  }

  /// The share of starts that end where their own class is the likeliest.
  private static func retention(
    of model: any VelocityField, in laboratory: Laboratory, isTold: Bool = true
  ) throws -> Double {
    var start = try #require(laboratory.transportStart(count: 400))
    if !isTold { start.conditioning.heights = nil }
    let process = try #require(laboratory.transportProcess(with: model, given: start.conditioning))
    let ends = process.run(from: start.points)
    let clean = laboratory.mixture.diffused(to: .clean)
    let labels = try #require(start.conditioning.labels)
    return clean.sharesOfMostProbable(labels[...], at: ends).reduce(0, +) / 400
  }

  @Test("A network told the height keeps as many labels as the exact field, one that is not none")
  func retention() throws {
    let (lifted, flat) = (try Self.laboratory(.lift), try Self.laboratory(.none))
    let velocityField = try #require(lifted.exactVelocityField)
    let exact = try Self.retention(of: velocityField, in: lifted)
    #expect(exact > 0.98)
    let weights = try Self.trained(lifted, steps: 400)
    #expect(weights.heights == 8 && weights.labels.isEmpty)
    let network = LearnedVelocityField(weights: weights, of: try #require(lifted.transport))
    #expect(abs(try Self.retention(of: network, in: lifted) - exact) < 0.05)
    // The same network, told no height, answers for all classes together: labels are lost.
    #expect(try Self.retention(of: network, in: lifted, isTold: false) < 0.2)
    let plain = LearnedVelocityField(
      weights: try Self.trained(flat, steps: 400), of: try #require(flat.transport))
    #expect(plain.weights.heights == 0)
    #expect(try Self.retention(of: plain, in: flat) < 0.2)
  }

  @Test func aHeightIsToldByBumpsAroundThoseOfTheClasses() {
    var told = [Float](repeating: -1, count: 3)
    TransportLift(step: 6).tell(6.5, among: 3, to: &told)
    let expected = [6.5, 0.5, -5.5].map { Float(2 * exp(-$0 * $0 / 8)) }
    #expect(zip(told, expected).allSatisfy { abs($0 - $1) < 1e-6 })
    TransportLift(step: 6).tell(nil, among: 3, to: &told)
    #expect(told == [0, 0, 0])
  }

  @Test func pairsShareTheHeightOfTheirClass() throws {
    let laboratory = try Self.laboratory(.lift)
    let pairs = try #require(laboratory.transportPairs(count: 500))
    let offsets = zip(pairs.heights, pairs.labels).map { $0 - 6 * Double($1) }
    let mean = offsets.reduce(0, +) / 500
    let variance = offsets.reduce(0) { $0 + $1 * $1 } / 500
    #expect(offsets.count == 500 && abs(mean) < 0.2 && abs(variance - 1) < 0.3)
    let flat = try #require(Self.laboratory(.none).transportPairs(count: 500))
    #expect(flat.heights.isEmpty && flat.starts == pairs.starts && flat.clean == pairs.clean)
  }

  @Test func theFileSaysThatHeightsAreTold() throws {
    let laboratory = try Self.laboratory(.lift)
    let weights = try Self.trained(laboratory, steps: 2)
    let bytes = try weights.encoded()
    #expect(try Weights(decoding: bytes) == weights)
    var file = try Safetensors(decoding: bytes)
    file.metadata["heights"] = "65"
    #expect(throws: WeightsError.self) { try Weights(decoding: file.encoded()) }
    file.metadata["heights"] = nil
    #expect(throws: WeightsError.self) { try Weights(decoding: file.encoded()) }
  }
}
