/// Jumps from the standard normal to the data, between the levels of the experiment's grid.
public struct FlowMapProcess: NoisingProcess, LearningProcess {
  public static let method = Method.flowMap

  public let objective: FlowMapObjective
  /// Who leads the ways that jumps are learned on; nil for straight pairs.
  let teacher: (any Denoiser)?
  /// The ODE itself.
  public let exact: ExactFlowMap

  public var exactModel: any FlowMap { exact }

  public func model(learned weights: FlowMapWeights) -> any FlowMap { LearnedFlowMap(weights) }

  public func calls(of map: any FlowMap, in laboratory: Laboratory) -> Int {
    laboratory.grid.steps * map.callsPerJump
  }

  /// A trainer for the experiment's network on this distribution.
  public func trainer(in laboratory: Laboratory) -> FlowMapTrainer {
    let experiment = laboratory.experiment
    var trainer = FlowMapTrainer(
      mixture: laboratory.wholeMixture, objective: objective, teacher: teacher,
      dataName: laboratory.dataName, network: experiment.model.network,
      settings: experiment.training, seed: experiment.seed)
    trainer.training.frame = laboratory.frame
    return trainer
  }

  /// One that goes on from trained weights; nil where they measure data of another place or size.
  public func trainer(
    continuing weights: FlowMapWeights, in laboratory: Laboratory
  ) -> FlowMapTrainer? {
    FlowMapTrainer(
      continuing: weights, mixture: laboratory.wholeMixture, objective: objective,
      teacher: teacher, dataName: laboratory.dataName, settings: laboratory.experiment.training)
  }

  /// A run of jumps from each level of the grid to the next.
  public func generation(
    by map: any FlowMap, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let stops = laboratory.grid.stops
    return Generation(start: start, steps: laboratory.grid.steps) { state, step in
      SamplingState(
        map.points(state.points, from: stops[step].level, to: stops[step + 1].level))
    }
  }
}

extension Laboratory {
  /// The jumps between noise and data; nil where the method is another.
  public var flowMap: FlowMapProcess? { process as? FlowMapProcess }
}

extension FlowMapProcess {
  /// The exact flow asks the mixture some hundred times for a jump.
  public func cost(of map: any FlowMap, in laboratory: Laboratory) -> Int {
    map.callsPerJump > 0 ? 4 : 100 * laboratory.mixture.components.count
  }
}
