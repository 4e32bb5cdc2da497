import Diffusion

extension AppState {
  /// Works out the moment that is on the screen from where the playback is.
  mutating func refreshFrame() {
    let direction = playback.direction
    let length = stage.length(direction)
    let step = min(playback.step, length)
    // One step ahead, so that the inspected particle's next place is known.
    if stage.reach(direction) == step && !isHeavy && !isRedrawing { stage.extend(direction, by: 1) }
    guard let points = points(direction, at: step) else {
      frame.target = playback.target
      return
    }
    particle = min(max(0, particle), points.count - 1)
    frame = Frame(
      points: points, level: stage.level(direction, at: step), direction: direction, step: step,
      length: length, noisingSteps: stage.noisingSteps(direction, at: step),
      timesteps: stage.laboratory.schedule.timesteps, target: playback.target)
    frame.inspection = inspection(points: points, step: step)
    // While the walk is caught up with, others stand in for its points: no path leads from them.
    refreshFilm()
    if isCatchingUp || isRedrawing {
      trails = Trails()
    } else {
      trails.follow(points, chosen: particle)
    }
  }

  /// The points after `step` steps of the run; the kernel, which has the same distribution, stands
  /// in for steps of the walk that are not made yet. Nil while what lies behind is made again: the
  /// screen keeps what it shows.
  private mutating func points(_ direction: Direction, at step: Int) -> [Point]? {
    switch direction {
    case .forward:
      let isWalked =
        stage.way == .walk && step <= stage.reach(.forward) && canShow(step)
      return isWalked ? stage.walkedPoints(at: step) : stage.kernelPoints(at: step)
    case .reverse:
      if isRedrawing { return redrawnPoints }
      let reached = min(step, stage.reach(.reverse))
      return canShow(reached) || frame.points.isEmpty ? stage.reversePoints(at: reached) : nil
    }
  }

  /// The model the inspected particle is shown to: that of the run on the way back, and on the way
  /// to noise, which needs none, the network as it is now.
  var inspectedModel: any Denoiser {
    guard playback.direction == .forward || isRedrawing, experiment.model.kind == .learned,
      let learnedDenoiser
    else { return stage.denoiser }
    return learnedDenoiser
  }

  private mutating func inspection(points: [Point], step: Int) -> Inspection {
    let direction = playback.direction
    let level = frame.level
    var inspection = Inspection(
      particle: particle, point: points[particle], level: level,
      estimate: stage.laboratory.guided(inspectedModel).estimates(
        of: [points[particle]], at: level)[0],
      exact: stage.laboratory.guided(exactDenoiser).estimates(of: [points[particle]], at: level)[0])
    if step < stage.reach(direction), canShow(step + 1), !isRedrawing,
      let next = self.points(direction, at: step + 1)
    {
      inspection.next = next[particle]
      inspection.nextLevel = stage.level(direction, at: step + 1)
    }
    return inspection
  }
}

extension Trails {
  /// Adds the places the followed particles have now.
  mutating func follow(_ points: [Point], chosen: Int) {
    if particles.first != chosen || particles.contains(where: { $0 >= points.count }) {
      particles = [chosen] + (1...Self.count).map { $0 * points.count / (Self.count + 1) }
      paths = particles.map { _ in [] }
    }
    guard let latest = paths.first, latest.last != points[chosen] else { return }
    for (i, particle) in particles.enumerated() {
      paths[i].append(points[particle])
      if paths[i].count > Self.length { paths[i].removeFirst() }
    }
  }
}
