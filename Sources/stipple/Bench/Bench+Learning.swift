import Diffusion

extension Bench {
  /// How far the share of a mode may be from the exact one.
  private static let shareMargin = 0.04
  /// How many of the samples have to be within three standard deviations.
  private static let supportedShare = 0.95
  /// How often samples are looked at, and when to give up.
  private static let stepsPerLook = 50
  private static let mostSteps = 6000
  private static let samples = 2000

  /// From the first step of training to all modes, on one thread, the median of the seeds. The
  /// samples that tell it take no part in the time.
  func learn(
    _ distribution: Distribution, _ settings: TrainingSpecification, seeds: Int
  ) throws -> BenchRow {
    var results: [(seconds: Double, steps: Int)] = []
    for seed in 1...seeds {
      if let result = try learn(distribution, settings, seed: UInt64(seed)) {
        results.append(result)
      }
    }
    results.sort { $0.steps < $1.steps }
    var row = BenchRow("learn", self)
    row.distribution = distribution.id
    row.optimizer = settings.optimizer.id
    row.rate = settings.rate
    row.target = settings.target.id
    row.seeds = seeds
    row.seedsLearned = results.count
    if results.count > seeds / 2 {
      row.seconds = results[seeds / 2].seconds
      row.steps = results[seeds / 2].steps
    }
    return row
  }

  private func learn(
    _ distribution: Distribution, _ settings: TrainingSpecification, seed: UInt64
  ) throws -> (seconds: Double, steps: Int)? {
    var experiment = Experiment(
      distribution: .named(distribution), training: settings, seed: seed)
    experiment.sampler = SamplerSpecification(kind: .ddim, grid: .trailing, steps: 50)
    let laboratory = try Laboratory(experiment)
    let start = laboratory.start(count: Self.samples)
    var trainer = laboratory.trainer(instructions: instructions)
    let clock = ContinuousClock()
    var seconds = 0.0
    while trainer.steps < Self.mostSteps {
      let begin = clock.now
      for _ in 0..<Self.stepsPerLook { _ = trainer.step() }
      seconds += begin.duration(to: clock.now) / .seconds(1)
      let denoiser = LearnedDenoiser(weights: trainer.weights, instructions: instructions)
      let points = laboratory.reverseProcess(with: denoiser).run(from: start)
      if Self.isLearned(ModeCensus(of: points, in: laboratory.mixture)) {
        return (seconds, trainer.steps)
      }
    }
    return nil
  }

  private static func isLearned(_ census: ModeCensus) -> Bool {
    census.modesFound == census.modes.count
      && census.modes.allSatisfy { abs($0.share - $0.expectedShare) <= shareMargin }
      && census.shareWithinThree >= supportedShare
  }
}
