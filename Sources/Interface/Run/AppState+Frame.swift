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
    frame.retention = retention(of: points, at: place, before: before)
    // While the walk is caught up with, others stand in for its points: no path leads from them.
    refreshFilm()
    if isCatchingUp || isRedrawing {
      trails = Trails()
    } else {
      trails.follow(
        points, particles: followedParticles(of: points.count), at: place.time)
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
      reached = stage.heldStep(upTo: reached)
    }
    return (stage.reversePoints(at: reached), stage.place(.reverse, at: reached))
  }

  /// The model the inspected particle is shown to: that of the run on the way back, and on the way
  /// to noise, which needs none, the network as it is now.
  var inspectedModel: any RunModel {
    guard playback.direction == .forward || isRedrawing, experiment.model.kind == .learned,
      let weights = training.shownWeights
    else { return stage.model }
    return stage.method.model(weights, in: stage.laboratory)
  }

  /// Looks into the chosen particle: what the model says of it, and where it goes next.
  private mutating func look(into points: [Point], at step: Int) {
    let direction = playback.direction
    var next: Point?
    if step < stage.reach(direction), canShow(step + 1), !isRedrawing {
      next = moment(direction, at: step + 1)?.points[particle]
    }
    let watched = WatchedParticle(
      number: particle, point: points[particle], step: step, next: next)
    frame.reading = inspectedModel.look(into: watched, in: self)
  }

  /// How many particles are where their class is: what was counted before holds as long as nothing
  /// has moved.
  private func retention(of points: [Point], at place: RunPlace, before: Frame) -> Retention? {
    if let known = before.retention, before.step == place.step,
      before.direction == place.direction, before.points == points
    {
      return known
    }
    return stage.method.retention(of: points, at: place)
  }
}

extension AppState {
  /// The particles that leave trails: the one looked into, and a few others; where classes are told
  /// apart one of every class, as far as that is few.
  private func followedParticles(of count: Int) -> [Int] {
    let spread = (1...Trails.count).map { $0 * count / (Trails.count + 1) }
    guard stage.method.followsClasses, let labels = stage.labels(playback.direction) else {
      return [particle] + spread
    }
    let classes = stage.laboratory.mixture.labels.indices.prefix(Trails.mostClasses)
    return [particle]
      + classes.filter { $0 != labels[particle] }.compactMap { labels.firstIndex(of: $0) }
  }

  /// What points are coloured by: what was chosen, else their classes where those are told apart, and
  /// how crowded they are elsewhere.
  var colour: ViewOptions.Colour {
    if let chosen = view.colour { return chosen }
    return stage.method.followsClasses && stage.labels(frame.direction) != nil
      ? .label : .density
  }
}

extension Trails {
  /// Adds the places the followed particles have now; the first is the one looked into.
  mutating func follow(_ points: [Point], particles followed: [Int], at time: Double) {
    if particles != followed {
      particles = followed
      paths = particles.map { _ in [] }
      times = []
    }
    guard let chosen = particles.first, let latest = paths.first, latest.last != points[chosen]
    else { return }
    times.append(time)
    if times.count > Self.length { times.removeFirst() }
    for (i, particle) in particles.enumerated() {
      paths[i].append(points[particle])
      if paths[i].count > Self.length { paths[i].removeFirst() }
    }
  }
}
