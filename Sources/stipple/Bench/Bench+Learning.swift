import Diffusion

extension Bench {
  /// How far the share of a mode may be from the exact one.
  private static let shareMargin = 0.04
  /// How many of the samples have to be within three standard deviations; fewer of the narrow modes of
  /// the grid, which 50 steps do not do justice to.
  private static func supportedShare(of distribution: Distribution) -> Double {
    distribution == .grid25 ? 0.9 : 0.95
  }
  /// How often samples are looked at, and when to give up.
  private static let stepsPerLook = 50
  private static let mostSteps = 6000
  private static let samples = 2000

  /// From the first step of training to all modes, in seconds of one processor, the median of the seeds.
  /// The samples that tell it take no part in the time.
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
    row.batch = settings.batch
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
    var seconds = 0.0
    while trainer.steps < Self.mostSteps {
      let begin = Stopwatch.processorSeconds
      for _ in 0..<Self.stepsPerLook { _ = trainer.step() }
      seconds += Stopwatch.processorSeconds - begin
      let denoiser = LearnedDenoiser(weights: trainer.weights)
      let points = laboratory.reverseProcess(with: denoiser).run(from: start)
      let census = ModeCensus(of: points, in: laboratory.mixture)
      if Self.isLearned(census, supportedShare: Self.supportedShare(of: distribution)) {
        return (seconds, trainer.steps)
      }
    }
    return nil
  }

  private static func isLearned(_ census: ModeCensus, supportedShare: Double) -> Bool {
    census.modesFound == census.modes.count
      && census.modes.allSatisfy { abs($0.share - $0.expectedShare) <= shareMargin }
      && census.shareWithinThree >= supportedShare
  }
}
