extension Transport: GenerativeProcess {
  public var startsCarryLabels: Bool { true }
  public var hasExactField: Bool { coupling.isExact }

  /// Where the prior knows the labels, or the model is told them.
  public func startsTellLabels(in laboratory: Laboratory) -> Bool {
    priorKnowsLabels || laboratory.experiment.methodSettings.tellsLabels
  }

  public func dataName(in laboratory: Laboratory) -> String { laboratory.name(of: self) }

  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    guard let pairs = laboratory.transportPairs(count: count) else { return [] }
    return times.map { time in (0..<pairs.count).map { state(of: pairs, $0, at: time).point } }
  }

  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd { noiseEnd }

  public func stepSizeWarning(in laboratory: Laboratory) -> StepSizeWarning? {
    let experiment = laboratory.experiment
    guard let settings = experiment.transport,
      TransportSolver(experiment.sampler.kind) == .stochastic
    else { return nil }
    return StepSizeWarning(
      of: self, times: laboratory.transportTimes, timesteps: laboratory.schedule.timesteps,
      diffusion: settings.diffusion)
  }

  public func scaleWarning(in laboratory: Laboratory) -> ScaleWarning? {
    ScaleWarning(data: data, prior: prior)
  }

  public func conditionalPaths(in laboratory: Laboratory) -> (any ConditionalPaths)? {
    TransportPaths(self)
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? {
    laboratory.transportTrainer(of: self)
  }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    guard let weights = weights as? Weights, weights.data.hasPrefix(laboratory.name(of: self))
    else { return nil }
    return TransportTrainer(
      continuing: weights, self, settings: laboratory.experiment.training)
  }

  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    do throws(TransportError) {
      let passes = laboratory.experiment.methodSettings.tellsLabels
      let model: any VelocityField =
        if let weights {
          LearnedVelocityField(
            weights: try network(weights), of: self, isLabelPassed: passes)
        } else {
          try ExactVelocityField(self, isLabelPassed: passes)
        }
      let start = laboratory.transportStart(of: self, count: count)
      let guided = try laboratory.guided(model)
      guard let process = laboratory.transportProcess(with: guided, given: start.conditioning)
      else { throw .noLabels }
      return Generation(
        start: start.points, labels: start.conditioning.labels, steps: process.steps
      ) { SamplingState(process.advance($0.points, step: $1)) }
    } catch {
      throw GenerationError(error.description)
    }
  }

  private func network(_ weights: any TrainedWeights) throws(TransportError) -> Weights {
    guard let weights = weights as? Weights, weights.isOfTransport else {
      throw .foreignWeights(weights.data)
    }
    return weights
  }
}

extension Laboratory {
  /// The way from another prior than the standard normal; nil where the method is another.
  public var transport: Transport? { process as? Transport }
}
