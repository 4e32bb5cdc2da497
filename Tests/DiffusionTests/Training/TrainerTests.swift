import Testing

@testable import Diffusion

@Suite("The trainer")
struct TrainerTests {
  /// A small network and batch: debug builds are a hundred times slower than release.
  private func trainer(
    seed: UInt64 = 1, hidden: [Int] = [8], batch: Int = 16, rate: Double = 0.007,
    predicts: Parameterization = .v, instructions: InstructionSet = .best
  ) throws -> Trainer {
    Trainer(
      mixture: try Self.mixture(), dataName: "two spots",
      network: NetworkSpecification(hidden: hidden, predicts: predicts),
      settings: TrainingSpecification(batch: batch, rate: rate), seed: seed,
      instructions: instructions)
  }

  private static func mixture() throws -> GaussianMixture {
    try GaussianMixture(components: [
      .init(mean: Point(3, 1), covariance: Covariance(standardDeviation: 0.1), label: "a"),
      .init(mean: Point(-1, 1), covariance: Covariance(standardDeviation: 0.1), label: "b"),
    ])
  }

  private func run(_ trainer: inout Trainer, steps: Int) -> [Double] {
    (0..<steps).map { _ in trainer.step() }
  }

  @Test("The same seed gives the same losses and bytes, another seed others")
  func determinism() throws {
    var one = try trainer()
    var other = try trainer()
    var stranger = try trainer(seed: 2)
    let losses = run(&one, steps: 20)
    let again = run(&other, steps: 20)
    let strange = run(&stranger, steps: 20)
    #expect(again == losses && strange != losses)
    let bytes = (one: try one.weights.encoded(), other: try other.weights.encoded())
    #expect(bytes.one == bytes.other)
  }

  @Test("The bytes do not depend on how many threads made them", arguments: [2, 3])
  func threads(_ threads: Int) throws {
    let team = WorkerTeam(threads: threads)
    var alone = try trainer(batch: 257)
    var shared = alone
    for _ in 0..<12 {
      let loss = alone.step()
      let same = shared.step(on: team)
      #expect(same == loss)
    }
    #expect(shared.weights == alone.weights)
  }

  @Test("All instructions learn the same", arguments: InstructionSet.available)
  func instructions(_ instructions: InstructionSet) throws {
    var portable = try trainer(instructions: .swift)
    var other = try trainer(instructions: instructions)
    let losses = run(&portable, steps: 10)
    let others = run(&other, steps: 10)
    // Adam's first steps turn a rounding error of a tiny gradient into one of the rate.
    #expect(zip(losses, others).allSatisfy { abs($0 - $1) < 1e-4 * $0 })
  }

  @Test("A copy goes its own way")
  func copies() throws {
    var one = try trainer()
    _ = run(&one, steps: 3)
    var copy = one
    let ahead = run(&copy, steps: 5)
    #expect(one.steps == 3)
    let after = run(&one, steps: 5)
    #expect(after == ahead)
  }

  @Test("Going on from saved weights keeps what was learned and learns on")
  func continuing() throws {
    var first = try trainer(hidden: [16], batch: 32)
    let losses = run(&first, steps: 200)
    let mixture = try Self.mixture()
    var second = try #require(
      Trainer(
        continuing: first.weights, mixture: mixture, dataName: "two spots",
        settings: first.settings))
    #expect(second.steps == 200)
    #expect(second.weights.parameters == first.weights.parameters)
    let later = run(&second, steps: 100)
    let start = losses[..<10].reduce(0, +) / 10
    let end = later.reduce(0, +) / 100
    #expect(end < 0.8 * start)
    #expect(second.weights.steps == 300)
    let other = Distribution.swissRoll.mixture()
    #expect(Trainer(continuing: first.weights, mixture: other, dataName: "roll") == nil)
  }

  @Test("Learning lowers the loss, whatever is predicted", arguments: Parameterization.allCases)
  func learning(_ predicts: Parameterization) throws {
    var trainer = try trainer(hidden: [16], batch: 32, predicts: predicts)
    let losses = run(&trainer, steps: 150)
    let start = losses[..<10].reduce(0, +) / 10
    let end = losses[140...].reduce(0, +) / 10
    #expect(end < 0.8 * start)
    #expect(trainer.recoveries.isEmpty)
    #expect(trainer.weights.steps == 150)
    #expect(trainer.weights.data == "two spots")
  }

  @Test("Learning lowers the loss, whatever the optimizer, the target and the network")
  func choices() throws {
    for optimizer in Optimizer.allCases {
      for target in TrainingTarget.allCases {
        var trainer = try trainer(hidden: [16, 16], batch: 32)
        trainer.settings.optimizer = optimizer
        trainer.settings.target = target
        let losses = run(&trainer, steps: 150)
        #expect(losses[140...].reduce(0, +) < 0.8 * losses[..<10].reduce(0, +))
        #expect(trainer.recoveries.isEmpty)
      }
    }
  }

  @Test("Another optimizer goes on from the answer there is")
  func changeOfOptimizer() throws {
    var trainer = try trainer(hidden: [16], batch: 32)
    _ = run(&trainer, steps: 100)
    let before = trainer.weights.parameters
    trainer.settings.optimizer = .scheduleFree
    #expect(trainer.weights.parameters == before)
    let losses = run(&trainer, steps: 50)
    #expect(losses.reduce(0, +) / 50 < 0.9)
    #expect(trainer.steps == 150 && trainer.recoveries.isEmpty)
  }

  @Test("A first answer is 0: the loss of the first batch is the size of the targets")
  func firstLoss() throws {
    var trainer = try trainer(batch: 512)
    // Targets v have mean square 1 per axis; 1024 of them, kurtosis 3 at most.
    let loss = trainer.step()
    #expect(abs(loss - 1) < 5 * (2 / 1024.0).squareRoot())
  }

  @Test("Batches of any size work, also when changed on the way", arguments: [1, 2, 3, 65, 257])
  func batches(size: Int) throws {
    var trainer = try trainer(hidden: [3], batch: 8)
    _ = trainer.step()
    trainer.settings.batch = size
    let loss = trainer.step()
    #expect(loss.isFinite)
    #expect(trainer.weights.parameters.allSatisfy { $0.isFinite })
  }

  @Test("A rate far too high is noticed, undone and halved until it works")
  func recovery() throws {
    var trainer = try trainer(hidden: [8, 8], rate: 10)
    _ = run(&trainer, steps: 200)
    let first = try #require(trainer.recoveries.first)
    #expect(first.oldRate == 10 && first.newRate == 5)
    #expect(trainer.rate == trainer.recoveries.last?.newRate)
    #expect(trainer.rate < 10)
    #expect(trainer.settings.rate == 10)
    for (earlier, later) in zip(trainer.recoveries, trainer.recoveries.dropFirst()) {
      #expect(later.oldRate == earlier.newRate && later.step > earlier.step)
    }
    let weights = trainer.weights
    #expect(weights.parameters.allSatisfy { $0.isFinite })
    trainer.settings.rate = 0.001
    #expect(trainer.rate == 0.001)
  }
}

extension TrainerTests {
  @Test("A rate at which nothing is learned is noticed too, although every number is finite")
  func idleness() throws {
    var fast = try trainer(hidden: [32, 32], batch: 64, rate: 1)
    _ = run(&fast, steps: 1200)
    #expect(!fast.recoveries.isEmpty)
    #expect(fast.rate < 1)
    // Slow learning is no reason to begin afresh.
    var slow = try trainer(hidden: [32, 32], batch: 64, rate: 1e-6)
    _ = run(&slow, steps: 700)
    #expect(slow.recoveries.isEmpty)
  }
}
