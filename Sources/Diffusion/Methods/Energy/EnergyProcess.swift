/// Langevin chains from noise to data, level by level, in the landscape of an energy.
public struct EnergyProcess: NoisingProcess, LearningProcess {
  public static let method = Method.energy

  public let settings: EnergySettings
  /// The energy of the data itself.
  public let exact: ExactEnergy

  public var exactModel: any EnergyModel { exact }

  public func model(learned weights: EnergyWeights) -> any EnergyModel { LearnedEnergy(weights) }

  public func trainer(in laboratory: Laboratory) -> EnergyTrainer {
    let experiment = laboratory.experiment
    var trainer = EnergyTrainer(
      mixture: laboratory.wholeMixture, objective: settings.objective,
      dataName: laboratory.dataName, network: experiment.model.network,
      settings: experiment.training, seed: experiment.seed)
    trainer.training.frame = laboratory.frame
    return trainer
  }

  public func trainer(
    continuing weights: EnergyWeights, in laboratory: Laboratory
  ) -> EnergyTrainer? {
    EnergyTrainer(
      continuing: weights, mixture: laboratory.wholeMixture, objective: settings.objective,
      dataName: laboratory.dataName, settings: laboratory.experiment.training)
  }

  /// A run that at each level of the grid makes the sampler's Langevin steps, and ends with the clean
  /// estimate.
  public func generation(
    by model: any EnergyModel, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    Generation(start: start, steps: laboratory.grid.steps) { state, step in
      SamplingState(self.step(step, of: state.points, by: model, in: laboratory).points)
    }
  }

  /// One step of such a run: to the next level as the sampler's predictor says, and Langevin steps there.
  ///
  /// - Returns: the points, and the mean probability with which the Langevin steps were taken.
  public func step(
    _ step: Int, of points: [Point], by model: any EnergyModel, in laboratory: Laboratory
  ) -> (points: [Point], acceptance: Double) {
    let sampler = laboratory.experiment.sampler
    var options = sampler.options
    options.corrections = 0
    let predicted = ReverseProcess(
      denoiser: model, sampler: .langevin, options: options, grid: laboratory.grid,
      randomness: laboratory.experiment.randomness
    ).advance(SamplingState(points), step: step).points
    let next = laboratory.grid.stops[step + 1].level
    if next.isClean { return (predicted, 1) }
    var stream = laboratory.experiment.randomness.stream(
      .sampling, step: step + laboratory.grid.steps)
    return chain(in: model, at: next, laboratory)
      .walked(predicted, steps: sampler.options.corrections, from: &stream)
  }

  /// The chain that the experiment's sampler makes at a level.
  public func chain(
    in model: any EnergyModel, at level: NoiseLevel, _ laboratory: Laboratory
  ) -> EnergyChain {
    EnergyChain(
      in: model, at: level, ratio: laboratory.experiment.sampler.options.correctionRatio,
      isMetropolis: settings.isMetropolis)
  }

  public func calls(of model: any EnergyModel, in laboratory: Laboratory) -> Int {
    let sampler = laboratory.experiment.sampler
    var options = sampler.options
    options.corrections += options.corrections > 0 ? 1 : 0
    return ReverseProcess(
      denoiser: exact, sampler: .langevin, options: options, grid: laboratory.grid,
      randomness: laboratory.experiment.randomness
    ).networkCalls
  }
}

extension Laboratory {
  /// The chains of an energy model; nil where the method is another.
  public var energy: EnergyProcess? { process as? EnergyProcess }
}

extension EnergyProcess {
  public func cost(of model: any EnergyModel, in laboratory: Laboratory) -> Int {
    max(1, calls(of: model, in: laboratory) / max(1, laboratory.grid.steps)) * 3
  }

  public func scoreErrors(of model: any EnergyModel, in laboratory: Laboratory) -> [ScoreError] {
    ScoreError.profile(
      of: model, against: laboratory.mixture, along: laboratory.schedule, levels: 8, count: 500,
      randomness: laboratory.experiment.randomness)
  }
}
