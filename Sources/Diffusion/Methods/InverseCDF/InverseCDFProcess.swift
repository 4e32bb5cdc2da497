/// Uniform numbers of the unit square, and the map that makes samples of them.
public struct InverseCDFProcess: AtOnceProcess, LearningProcess {
  public static let method = Method.inverseCDF

  /// The exact map.
  public let map: ExactQuantileMap

  /// The uniform numbers that runs set out from, drawn by the experiment's seed.
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    return (0..<count).map { _ in Point(stream.uniform(), stream.uniform()) }
  }

  public var exactModel: any QuantileMap { map }

  public func model(learned weights: InverseCDFWeights) throws(GenerationError) -> any QuantileMap {
    guard weights.axes == map.axes else {
      throw GenerationError(
        "the network maps the coordinates in the order \(weights.axes.rawValue), and axes is"
          + " \(map.axes.rawValue)")
    }
    return MonotoneNetwork(weights)
  }

  /// Once for each coordinate.
  public func calls(of model: any QuantileMap, in laboratory: Laboratory) -> Int { 2 }

  public func trainer(in laboratory: Laboratory) -> InverseCDFTrainer {
    let experiment = laboratory.experiment
    return InverseCDFTrainer(
      mixture: laboratory.wholeMixture, axes: map.axes, dataName: experiment.distribution.title,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed)
  }

  public func trainer(
    continuing weights: InverseCDFWeights, in laboratory: Laboratory
  ) -> InverseCDFTrainer? {
    let experiment = laboratory.experiment
    return InverseCDFTrainer(
      continuing: weights, mixture: laboratory.wholeMixture, axes: map.axes,
      dataName: experiment.distribution.title, settings: experiment.training)
  }

  /// A run in two steps, a coordinate in each.
  ///
  /// - Parameter start: uniform numbers.
  public func generation(
    by map: any QuantileMap, from start: [Point], in laboratory: Laboratory
  ) -> Generation {
    let axes = map.axes
    return Generation(start: start, steps: 2) { state, step in
      if step == 0 {
        let firsts = map.first(state.points.map { $0[axes.first] })
        return SamplingState(
          zip(firsts, state.points).map { axes.point($0, $1[axes.second]) })
      }
      let firsts = state.points.map { $0[axes.first] }
      let seconds = map.second(state.points.map { $0[axes.second] }, given: firsts)
      return SamplingState(zip(firsts, seconds).map(axes.point))
    }
  }
}

extension Laboratory {
  /// The map from uniform numbers; nil where the method is another.
  public var inverseCDF: InverseCDFProcess? { process as? InverseCDFProcess }
}
