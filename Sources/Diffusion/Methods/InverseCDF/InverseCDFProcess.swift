/// Uniform numbers of the unit square, and the map that makes samples of them.
public struct InverseCDFProcess: GenerativeProcess {
  /// The exact map.
  public let map: ExactQuantileMap

  /// The uniform numbers that runs set out from, drawn by the experiment's seed.
  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    var stream = laboratory.experiment.randomness.stream(.start)
    return (0..<count).map { _ in Point(stream.uniform(), stream.uniform()) }
  }

  /// Each sample on the straight way to the uniform numbers it is made of.
  public func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]] {
    let start = start(count: count, in: laboratory)
    let ends = map.points(at: start)
    return times.map { time in
      zip(ends, start).map { end, start in (1 - time) * end + time * start }
    }
  }

  /// The uniform distribution has nothing of the data in it.
  public func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd {
    NoiseEnd(level: level, ratio: 0)
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? {
    trainer(in: laboratory)
  }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? {
    guard let weights = weights as? InverseCDFWeights else { return nil }
    let experiment = laboratory.experiment
    return InverseCDFTrainer(
      continuing: weights, mixture: laboratory.wholeMixture, axes: map.axes,
      dataName: experiment.distribution.title, settings: experiment.training)
  }

  /// A trainer for the experiment's network on this distribution.
  public func trainer(in laboratory: Laboratory) -> InverseCDFTrainer {
    let experiment = laboratory.experiment
    return InverseCDFTrainer(
      mixture: laboratory.wholeMixture, axes: map.axes, dataName: experiment.distribution.title,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed)
  }

  public func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation {
    let start = start(count: count, in: laboratory)
    guard let weights else { return generation(by: map, from: start) }
    guard let own = weights as? InverseCDFWeights else { throw .foreign(weights, to: .inverseCDF) }
    guard own.axes == map.axes else {
      throw GenerationError(
        "the network maps the coordinates in the order \(own.axes.rawValue), and axes is"
          + " \(map.axes.rawValue)")
    }
    return generation(by: MonotoneNetwork(own), from: start)
  }

  /// A run in two steps, a coordinate in each.
  ///
  /// - Parameter start: uniform numbers.
  public func generation(by map: any QuantileMap, from start: [Point]) -> Generation {
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
