import Diffusion
import Testing

@Suite struct TransportTrainerTests {
  private static func laboratory(isLabelPassed: Bool = false) throws -> Laboratory {
    let mixture = Distribution.eightGaussians.mixture()
    var experiment = Experiment(
      schedule: ScheduleSpecification(kind: .straightLine),
      model: ModelSpecification(network: NetworkSpecification(hidden: [32, 32])),
      sampler: SamplerSpecification(kind: .flowEuler, steps: 20),
      method: TransportSpecification(
        prior: .perLabel(Arrangement.quarterTurn.priors(for: mixture)),
        isLabelPassed: isLabelPassed))
    experiment.training.batch = 64
    return try Laboratory(experiment)
  }

  @Test("Velocities are learned and the loss falls", arguments: [true, false])
  func learning(isLabelPassed: Bool) throws {
    let laboratory = try Self.laboratory(isLabelPassed: isLabelPassed)
    var trainer = try #require(laboratory.transportTrainer())
    var losses: [Double] = []
    for _ in 0..<100 { losses.append(trainer.step()) }
    let (early, late) = (losses[..<10].reduce(0, +), losses[90...].reduce(0, +))
    #expect(late < 0.8 * early && trainer.recoveries.isEmpty)
    #expect(trainer.weights.labels.count == (isLabelPassed ? 8 : 0))
    #expect(try Weights(decoding: trainer.weights.encoded()) == trainer.weights)
  }

  @Test func theSameSeedGivesTheSameWeights() throws {
    let laboratory = try Self.laboratory()
    var (one, other) = (
      try #require(laboratory.transportTrainer()), try #require(laboratory.transportTrainer())
    )
    let team = WorkerTeam(threads: 2)
    for _ in 0..<3 {
      #expect(one.step() == other.step(on: team))
    }
    #expect(one.weights == other.weights)
  }

  @Test func learningThatGoesAstrayGoesBack() throws {
    var experiment = try Self.laboratory().experiment
    experiment.training.rate = 10
    var trainer = try #require(try Laboratory(experiment).transportTrainer())
    for _ in 0..<250 { _ = trainer.step() }
    let first = try #require(trainer.recoveries.first)
    #expect(first.oldRate == 10 && first.newRate == 5)
    #expect(trainer.rate == trainer.recoveries.last?.newRate && trainer.rate < 10)
    #expect(trainer.steps == 250 && trainer.weights.parameters.allSatisfy(\.isFinite))
    trainer.settings.rate = 0.007
    #expect(trainer.rate == 0.007)
  }

  @Test func matchedPairsAreNearerThanDrawnOnes() throws {
    for (coupling, share) in [(Coupling.optimalTransport, 0.7), (.labelledOptimalTransport, 0.95)] {
      var experiment = try Self.laboratory().experiment
      experiment.transport = TransportSpecification(coupling: coupling)
      let matched = try #require(try Laboratory(experiment).transport)
      experiment.transport = TransportSpecification(coupling: .independent)
      let drawn = try #require(try Laboratory(experiment).transport)
      func cost(_ transport: Transport) -> Double {
        var stream = Randomness(seed: 5).stream(.data)
        let pairs = transport.pairs(128, from: &stream)
        return zip(pairs.starts, pairs.clean).reduce(0) { $0 + ($1.0 - $1.1).squaredLength }
      }
      #expect(cost(matched) < share * cost(drawn))
    }
  }
}
