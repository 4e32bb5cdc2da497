import Diffusion

/// What a run of diffusion asks: about the noise in its points.
struct DenoisingModel: RunModel {
  let denoiser: any Denoiser

  init(_ denoiser: any Denoiser) { self.denoiser = denoiser }

  /// The network of these weights, or the exact answer where there are none.
  init(_ weights: Weights?, in laboratory: Laboratory) {
    denoiser = weights.map { LearnedDenoiser(weights: $0) } ?? laboratory.exactDenoiser
  }

  var weights: (any TrainedWeights)? { (denoiser as? LearnedDenoiser)?.weights }

  func knows(_ selection: LabelSelection) -> Bool { denoiser.conditioned(on: selection) != nil }

  func generation(from start: RunStart, in laboratory: Laboratory) -> Generation {
    let process = laboratory.reverseProcess(with: denoiser)
    return Generation(
      start: start.points, steps: laboratory.grid.steps, memory: process.sampler.memory
    ) { process.advance($0, step: $1) }
  }

  /// Of the exact model what samples should be like is enough.
  func boundSubject(in laboratory: Laboratory) -> VariationalBound.Subject? {
    let isExact =
      (denoiser as? ExactDenoiser)?.mixture == laboratory.mixture
      && (laboratory.guidance == nil || laboratory.guidance?.specification.weight == 1)
    return laboratory.boundSubject(of: isExact ? nil : laboratory.guided(denoiser))
  }

  func opinions(at places: [Point], of guidance: Guidance, in state: AppState) -> [[Point]] {
    let opinions = guidance.opinions(of: denoiser, asking: state.guides)
    return [opinions.weak, opinions.strong, opinions.guided].map { model in
      model.estimates(of: places, at: state.frame.level).map { -$0.noise }
    }
  }

  func look(into particle: WatchedParticle, in state: AppState) -> any ParticleReading {
    let (point, level) = (particle.point, state.frame.level)
    let (stage, direction) = (state.stage, state.playback.direction)
    let laboratory = stage.laboratory
    let answer = laboratory.guided(denoiser).answer(of: [point], at: level)
    return Inspection(
      particle: particle.number, point: point, level: level, estimate: answer.estimates[0],
      variance: answer.variance,
      exact: laboratory.guided(laboratory.exactDenoiser).estimates(of: [point], at: level)[0],
      origin: direction == .forward
        ? stage.origin(of: particle.number, at: point, level: level) : nil,
      spread: laboratory.mixture.spread, next: particle.next,
      nextLevel: particle.next.map { _ in stage.level(direction, at: particle.step + 1) })
  }

  /// Few steps of DDIM: without fresh noise they are enough to see what the network has learned.
  func points(of redraw: Redraw) -> [Point] {
    let laboratory = redraw.laboratory
    let schedule = laboratory.schedule
    let whole = GridKind.trailing.grid(
      on: schedule, steps: min(Redraw.steps, schedule.timesteps))
    let noisier = whole.stops.filter { $0.level.logSNR < redraw.subject.level.logSNR }
    guard !noisier.isEmpty else { return redraw.start.points }
    let goal = TimeGrid.Stop(level: redraw.subject.level, steps: 0)
    let process = ReverseProcess(
      denoiser: laboratory.guided(denoiser), sampler: .ddim,
      grid: TimeGrid(stops: noisier + [goal]), randomness: laboratory.experiment.randomness)
    return process.run(from: redraw.start.points)
  }
}

extension RunModel {
  /// The network that it asks, where that is a denoiser.
  var learnedDenoiser: LearnedDenoiser? { (self as? DenoisingModel)?.denoiser as? LearnedDenoiser }
}
