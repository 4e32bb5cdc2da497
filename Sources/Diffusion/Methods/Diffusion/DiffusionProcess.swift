/// Diffusion to the standard normal: all of it is in the schedule and the mixture.
struct DiffusionProcess: GenerativeProcess {
  func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    let schedule = laboratory.schedule
    let clean = laboratory.data(count: count).points
    var stream = laboratory.experiment.randomness.stream(.forward, step: -1)
    let noise = stream.normalPoints(count)
    return times.map { time in
      let level = schedule.level(afterSteps: Int((time * Double(schedule.timesteps)).rounded()))
      return ForwardProcess.kernel(clean: clean, noise: noise, level: level)
    }
  }

  /// Where labels are asked for, the one that is worst off: each has a mean of its own.
  func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    guard let wanted = laboratory.guidance?.wanted else {
      return NoiseEnd(level: level, of: laboratory.mixture)
    }
    let ends = zip(wanted.indices, wanted.labels).compactMap { index, label in
      (try? laboratory.mixture.conditioned(onLabel: index)).map {
        NoiseEnd(level: level, of: $0, label: label)
      }
    }
    return ends.max { $0.ratio < $1.ratio } ?? NoiseEnd(level: level, of: laboratory.target)
  }

  func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? { laboratory.trainer() }

  /// Nothing where the exact answer is the target. A network that is told labels now and then, and one
  /// that is asked for the mean over its batch, have a loss that is no closed form.
  func leastTrainingLoss(in laboratory: Laboratory) -> LeastTrainingLoss? {
    let experiment = laboratory.experiment
    guard !experiment.model.network.isLabelled else { return nil }
    switch experiment.training.target {
    case .exactPosterior: return .nothing
    case .batchPosterior: return nil
    case .sample:
      return LeastTrainingLoss(
        on: laboratory.trainingMixture, predicting: experiment.model.network.predicts)
    }
  }

  /// To the points that are known where networks learn from these alone, else to the components.
  func conditionalPaths(in laboratory: Laboratory) -> (any ConditionalPaths)? {
    NoisingPaths(
      ends: laboratory.knownPoints == nil ? laboratory.mixture : laboratory.trainingMixture,
      schedule: laboratory.schedule)
  }

  func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    guard let weights = weights as? Weights, !weights.isOfTransport else { return nil }
    let experiment = laboratory.experiment
    return Trainer(
      continuing: weights, mixture: laboratory.trainingMixture, dataName: laboratory.dataName,
      settings: experiment.training)
  }

  func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    var denoiser: any Denoiser = laboratory.exactDenoiser
    if let weights {
      guard let network = weights as? Weights, !network.isOfTransport else {
        throw .foreign(weights, to: .diffusion)
      }
      if let problem = network.problem(withVarianceOf: laboratory.experiment) {
        throw GenerationError("the network \(problem)")
      }
      denoiser = LearnedDenoiser(weights: network.seen(in: laboratory.frame))
    }
    let process = laboratory.reverseProcess(with: denoiser)
    return Generation(
      start: laboratory.start(count: count), steps: laboratory.grid.steps,
      memory: process.sampler.memory
    ) { process.advance($0, step: $1) }
  }
}
