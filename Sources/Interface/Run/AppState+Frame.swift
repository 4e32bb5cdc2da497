import Diffusion

extension AppState {
  /// Works out the moment that is on the screen from where the playback is.
  mutating func refreshFrame() {
    let direction = playback.direction
    let step = playback.step
    // One step ahead, so that the inspected particle's next place is known; a run that plays sees to
    // it within what its frames can afford.
    if stage.reach(direction) == step && !playback.isPlaying && !isHeavy && !isRedrawing {
      stage.extend(direction, by: 1)
    }
    guard let (points, place) = moment(direction, at: step) else {
      frame.target = playback.target
      return
    }
    particle = min(max(0, particle), points.count - 1)
    let before = frame
    frame = Frame(points: points, place: place, target: playback.target)
    look(into: points, at: place.step)
    frame.retention = retention(points, at: place.step, before: before)
    // While the walk is caught up with, others stand in for its points: no path leads from them.
    refreshFilm()
    if isCatchingUp || isRedrawing {
      trails = Trails()
    } else {
      trails.follow(points, particles: followedParticles(of: points.count))
    }
  }

  /// The points after `step` steps of the run; the kernel, which has the same distribution, stands
  /// in for steps of the walk that are not made yet. Nil while what lies behind is made again: the
  /// screen keeps what it shows, unless that is of a run that is gone.
  private mutating func moment(
    _ direction: Direction, at step: Int
  ) -> (points: [Point], place: RunPlace)? {
    if direction == .forward {
      let isWalked =
        stage.walks && step <= stage.reach(.forward) && canShow(step)
      return (
        isWalked ? stage.walkedPoints(at: step) : stage.kernelPoints(at: step),
        stage.place(.forward, at: step)
      )
    }
    if isRedrawing, let redrawnPoints { return (redrawnPoints, stage.place(.reverse, at: step)) }
    var reached = min(step, stage.reach(.reverse))
    if isRedrawing || !canShow(reached) {
      if frame.place.run == stage.run, !frame.points.isEmpty { return nil }
      reached = stage.knownStep(upTo: reached)
    }
    return (stage.reversePoints(at: reached), stage.place(.reverse, at: reached))
  }

  /// The model the inspected particle is shown to: that of the run on the way back, and on the way
  /// to noise, which needs none, the network as it is now.
  var inspectedModel: RunModel {
    guard playback.direction == .forward || isRedrawing, experiment.model.kind == .learned,
      let weights = training.shownWeights
    else { return stage.model }
    return RunModel(weights, in: stage.laboratory)
  }

  /// Looks into the chosen particle: what the model says of it, and where it goes next.
  private mutating func look(into points: [Point], at step: Int) {
    let direction = playback.direction
    var next: Point?
    if step < stage.reach(direction), canShow(step + 1), !isRedrawing {
      next = moment(direction, at: step + 1)?.points[particle]
    }
    switch inspectedModel {
    case .velocityField:
      frame.passage = passage(points: points, step: step, next: next)
    case .denoiser(let denoiser):
      let (point, level) = (points[particle], frame.level)
      frame.inspection = Inspection(
        particle: particle, point: point, level: level,
        estimate: stage.laboratory.guided(denoiser).estimates(of: [point], at: level)[0],
        exact: stage.laboratory.guided(exactDenoiser).estimates(of: [point], at: level)[0],
        origin: direction == .forward ? stage.origin(of: particle, at: point, level: level) : nil,
        spread: stage.laboratory.mixture.spread, next: next,
        nextLevel: next.map { _ in stage.level(direction, at: step + 1) })
    }
  }
}

extension AppState {
  /// The particles that leave trails: the one looked into, and a few others; on a transport one of
  /// every class, as far as that is few.
  private func followedParticles(of count: Int) -> [Int] {
    let spread = (1...Trails.count).map { $0 * count / (Trails.count + 1) }
    guard isTransport, let labels = stage.labels(playback.direction) else {
      return [particle] + spread
    }
    let classes = stage.laboratory.mixture.labels.indices.prefix(Trails.mostClasses)
    return [particle]
      + classes.filter { $0 != labels[particle] }.compactMap { labels.firstIndex(of: $0) }
  }
}

extension Trails {
  /// Adds the places the followed particles have now; the first is the one looked into.
  mutating func follow(_ points: [Point], particles followed: [Int]) {
    if particles != followed {
      particles = followed
      paths = particles.map { _ in [] }
    }
    guard let chosen = particles.first, let latest = paths.first, latest.last != points[chosen]
    else { return }
    for (i, particle) in particles.enumerated() {
      paths[i].append(points[particle])
      if paths[i].count > Self.length { paths[i].removeFirst() }
    }
  }
}
