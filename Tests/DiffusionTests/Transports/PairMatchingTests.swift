import Testing

@testable import Diffusion

/// Pairs matched slice by slice are those that are matched at once.
@Suite struct PairMatchingTests {
  private static func laboratory(
    _ coupling: Coupling, bridgeNoise: Double = 0
  ) throws -> Laboratory {
    var experiment = Experiment(
      distribution: .named(.twoMoons), schedule: ScheduleSpecification(kind: .straightLine),
      sampler: SamplerSpecification(kind: .flowEuler, steps: 4),
      method: TransportSpecification(coupling: coupling, bridgeNoise: bridgeNoise))
    experiment.training.batch = 32
    return try Laboratory(experiment)
  }

  @Test(
    "Slices give what minibatches give, one after another from one stream",
    arguments: [Coupling.optimalTransport, .labelledOptimalTransport], [0, 0.4])
  func slices(coupling: Coupling, bridgeNoise: Double) throws {
    let laboratory = try Self.laboratory(coupling, bridgeNoise: bridgeNoise)
    let transport = try #require(laboratory.transport)
    var stream = laboratory.experiment.randomness.stream(.data)
    var expected = TransportPairs(starts: [], clean: [], centres: [], labels: [])
    for size in [32, 32, 32, 4] { expected += transport.pairs(size, from: &stream) }
    var matching = try #require(laboratory.pairMatching(count: 100))
    #expect(matching.matched == 0 && matching.pairs.clean == expected.clean)
    #expect(matching.pairs.starts != expected.starts)
    matching.advance(by: 33)
    #expect(matching.matched == 64 && !matching.isFinished && matching.progress == 0.64)
    #expect(matching.pairs.starts[..<64] == expected.starts[..<64])
    matching.advance(by: 1000)
    #expect(matching.isFinished && matching.pairs == expected)
    #expect(laboratory.transportPairs(count: 100) == expected)
  }

  @Test func whatIsNotMatchedIsFinishedAtOnce() throws {
    let laboratory = try Self.laboratory(.independent)
    let matching = try #require(laboratory.pairMatching(count: 100))
    #expect(matching.isFinished && matching.pairs.count == 100)
    let empty = try #require(laboratory.pairMatching(count: 0))
    #expect(empty.isFinished)
  }
}
