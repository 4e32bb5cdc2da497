import Diffusion

/// What a run of a GAN asks: which points latents stand for.
struct GANModel: ProcessModel {
  let process: GANProcess
  /// Nil for the exact generator.
  let own: GANWeights?

  /// The networks of these weights, or the exact generator where there are none.
  init(_ weights: GANWeights?, of process: GANProcess) {
    self.process = process
    own = weights
  }

  var model: any LatentGenerator { generator }
  var weights: (any TrainedWeights)? { own }

  /// What makes points of latents.
  var generator: any LatentGenerator { own?.networks ?? process.exact }

  /// The run takes one particle after the other, in so many steps that it can be watched.
  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    let (grid, timesteps, generator) = (
      laboratory.grid, laboratory.schedule.timesteps, generator
    )
    let latents = start.points
    return Generation(start: latents, steps: grid.steps) { state, step in
      let turned = [step, step + 1].map {
        GANStage.turned(
          at: Double(grid.stops[$0].steps) / Double(timesteps), of: latents.count)
      }
      var points = state.points
      points.replaceSubrange(
        turned[0]..<turned[1], with: generator.points(of: Array(latents[turned[0]..<turned[1]])))
      return SamplingState(points)
    }
  }

  func points(of redraw: Redraw) -> [Point] {
    var points = redraw.start.points
    let turned = GANStage.turned(at: redraw.subject.time, of: points.count)
    points.replaceSubrange(..<turned, with: generator.points(of: Array(points.prefix(turned))))
    return points
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    GeneratedReading(particle, by: self, in: state)
  }
}
