import Diffusion

/// What a run of a variational auto-encoder asks: which points latents stand for.
struct VAEModel: ProcessModel {
  let process: VAEProcess
  /// Nil for the exact map.
  let own: VAEWeights?

  /// The networks of these weights, or the exact map where there are none.
  init(_ weights: VAEWeights?, of process: VAEProcess) {
    self.process = process
    own = weights?.networks.latents == process.settings.latents ? weights : nil
  }

  var model: any LatentMap { map }
  var weights: (any TrainedWeights)? { own }

  /// What makes points of latents.
  var map: any LatentMap { own?.networks ?? process.exact }

  /// The run takes one particle after the other, in so many steps that it can be watched: first to
  /// the mean of its latent, then to a point around it.
  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    let moving = Moving(map, start.points, in: laboratory, of: process)
    let (grid, timesteps) = (laboratory.grid, laboratory.schedule.timesteps)
    return Generation(start: start.points, steps: grid.steps) { state, step in
      let turns = [step, step + 1].map { step in
        ParticleTurns(
          at: Double(grid.stops[step].steps) / Double(timesteps), of: start.points.count)
      }
      return SamplingState(
        moving.points(
          state.points, first: turns[0].first..<turns[1].first,
          second: turns[0].second..<turns[1].second))
    }
  }

  func points(of redraw: Redraw) -> [Point] {
    let latents = redraw.start.points
    let turns = ParticleTurns(at: redraw.subject.time, of: latents.count)
    return Moving(map, latents, in: redraw.laboratory, of: process).points(
      latents, first: 0..<turns.first, second: 0..<turns.second)
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    CodeReading(particle, by: self, in: state)
  }
}

/// Latents of which some have become means, and some of these points.
private struct Moving: Sendable {
  let map: any LatentMap
  let latents: [Point]
  let noise: [Point]

  init(
    _ map: any LatentMap, _ latents: [Point], in laboratory: Laboratory, of process: VAEProcess
  ) {
    self.map = map
    self.latents = latents
    noise = process.noise(count: latents.count, in: laboratory)
  }

  /// Points with a further range of them taken to their means, and one from there.
  func points(_ points: [Point], first: Range<Int>, second: Range<Int>) -> [Point] {
    var moved = points
    moved.replaceSubrange(first, with: map.means(of: Array(latents[first])))
    moved.replaceSubrange(
      second,
      with: map.points(
        of: Array(latents[second]), around: Array(moved[second]), noise: Array(noise[second])))
    return moved
  }
}
