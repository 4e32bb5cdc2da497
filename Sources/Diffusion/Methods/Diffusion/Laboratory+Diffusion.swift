extension Laboratory {
  /// The closed-form model of this distribution.
  public var exactDenoiser: ExactDenoiser { ExactDenoiser(mixture: mixture) }

  /// The exact answer to those who know nothing of the data but its known points: it draws these
  /// very points again. Nil where all of the distribution is known.
  public var empiricalDenoiser: ExactDenoiser? {
    knownPoints == nil ? nil : ExactDenoiser(mixture: trainingMixture)
  }

  /// A model as reverse runs ask it: guided, if the experiment says so.
  ///
  /// - Parameters:
  ///   - weaker: a worse model that guidance turns away from.
  ///   - classifier: a trained one, for guidance of the kind that asks it.
  public func guided(
    _ model: any Denoiser, awayFrom weaker: (any Denoiser)? = nil,
    classifier: (any LabelClassifier)? = nil
  ) -> any Denoiser {
    guidance?.guiding(
      model, awayFrom: weaker ?? guides.weaker, classifier: classifier ?? guides.classifier)
      ?? model
  }

  /// The way back, with a model that is guided if the experiment says so.
  public func reverseProcess(with denoiser: any Denoiser) -> ReverseProcess {
    reverseProcess(asking: guided(denoiser))
  }

  /// The way back, with a model that is asked as it is.
  public func reverseProcess(asking denoiser: any Denoiser) -> ReverseProcess {
    ReverseProcess(
      denoiser: denoiser, sampler: experiment.sampler.kind, options: experiment.sampler.options,
      grid: grid, posterior: posterior, randomness: experiment.randomness)
  }

  /// The noise a reverse run starts from.
  public func start(count: Int) -> [Point] {
    ReverseProcess.start(
      count: count, schedule: schedule, grid: grid, randomness: experiment.randomness)
  }

  /// The states of a reverse run.
  public func reverseTrajectory(with denoiser: any Denoiser, count: Int) -> Trajectory {
    let process = reverseProcess(with: denoiser)
    return Trajectory(
      start: start(count: count), length: grid.steps, pastSteps: process.sampler.memory
    ) { state, step in
      process.advance(state, step: step)
    }
  }

  /// The states of a forward run: level 0 is clean data, level T the noisiest.
  public func forwardTrajectory(_ way: ForwardProcess, count: Int) -> Trajectory {
    let clean = data(count: count).points
    let randomness = experiment.randomness
    return Trajectory(start: clean, length: schedule.timesteps) { [schedule] state, step in
      SamplingState(
        way.advance(
          state.points, clean: clean, index: step, schedule: schedule, randomness: randomness))
    }
  }

  /// A trainer for the experiment's network on this distribution.
  public func trainer(instructions: InstructionSet = .best) -> Trainer {
    var trainer = Trainer(
      mixture: trainingMixture, dataName: experiment.distribution.title,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed,
      instructions: instructions)
    trainer.training.frame = frame
    return trainer
  }
}

extension Laboratory {
  /// Measures a model's samples, drawn as the experiment says.
  public func measurement(of denoiser: any Denoiser, count: Int) -> QualityMeasurement {
    var run = qualityRun(of: denoiser, count: count)
    return run.finish()
  }

  /// The samples of a model by the experiment's own sampler in its own steps, to be judged.
  public func qualityRun(of denoiser: any Denoiser, count: Int) -> QualityRun {
    let process = reverseProcess(with: denoiser)
    let callsPerPoint = max(1, process.networkCalls / max(1, grid.steps)) * cost(of: denoiser)
    return QualityRun(
      start: start(count: count), steps: grid.steps, cost: count * callsPerPoint,
      advance: { process.advance($0, step: $1) }
    ) { points in
      QualityMeasurement(
        report: meter(count: count).report(on: points, networkCalls: process.networkCalls),
        scoreErrors: ScoreError.profile(
          of: denoiser, against: mixture, along: schedule, levels: 8, count: 500,
          randomness: experiment.randomness),
        sampler: process.sampler, steps: process.grid.steps)
    }
  }

  /// What a call of a model for one point costs, in calls of a small one.
  private func cost(of denoiser: any Denoiser) -> Int {
    guard let network = denoiser as? LearnedDenoiser else {
      return max(1, mixture.components.count / 8)
    }
    return max(1, network.weights.parameters.count / 10_000)
  }
}
