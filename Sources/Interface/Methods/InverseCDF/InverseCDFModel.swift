import Diffusion

/// What a run of inverse CDF sampling asks: where a share of a coordinate is.
struct InverseCDFModel: ProcessModel {
  let process: InverseCDFProcess
  /// The network's weights; nil for the exact map.
  private let network: MonotoneNetwork?

  /// The network of these weights, or the exact map where there are none.
  init(_ weights: InverseCDFWeights?, of process: InverseCDFProcess) {
    self.process = process
    network = weights.flatMap {
      $0.axes == process.map.axes ? MonotoneNetwork($0) : nil
    }
  }

  var model: any QuantileMap { map }
  var weights: (any TrainedWeights)? { network?.weights }

  /// The map that is followed.
  var map: any QuantileMap { network ?? process.map }

  /// The run takes one particle after the other, in so many steps that it can be watched.
  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    let (map, uniform, grid) = (map, start.points, laboratory.grid)
    let timesteps = laboratory.schedule.timesteps
    return Generation(start: uniform, steps: grid.steps) { state, step in
      let turns = [step, step + 1].map { step in
        ParticleTurns(
          at: Double(grid.stops[step].steps) / Double(timesteps), of: uniform.count)
      }
      return SamplingState(
        map.moving(
          state.points, first: turns[0].first..<turns[1].first,
          second: turns[0].second..<turns[1].second))
    }
  }

  func points(of redraw: Redraw) -> [Point] {
    let uniform = redraw.start.points
    let turns = ParticleTurns(at: redraw.subject.time, of: uniform.count)
    return map.moving(uniform, first: 0..<turns.first, second: 0..<turns.second)
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    UniformReading(particle, by: self, in: state)
  }
}

extension QuantileMap {
  /// Points of which some have not been mapped yet, with a further range of them mapped in the
  /// coordinate that comes first, and one in the other.
  func moving(_ points: [Point], first: Range<Int>, second: Range<Int>) -> [Point] {
    var moved = points
    let firsts = self.first(points[first].map { $0[axes.first] })
    for (index, value) in zip(first, firsts) {
      moved[index] = axes.place(value, points[index][axes.second])
    }
    let known = moved[second].map { $0[axes.first] }
    let seconds = self.second(points[second].map { $0[axes.second] }, given: known)
    for (index, (value, first)) in zip(second, zip(seconds, known)) {
      moved[index] = axes.place(first, value)
    }
    return moved
  }
}
