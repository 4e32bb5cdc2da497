import Diffusion

extension AppState {
  /// Lets time pass: the run moves on by the pace of the clock and by what the frame can afford.
  mutating func tick(seconds: Double, work: Int) -> [Effect] {
    fadeNotice(seconds)
    simulation.pass(seconds)
    lesson?.pause -= seconds
    walk(seconds: seconds, work: work)
    if view.flow == .tracers, playback.isPlaying { playback.drift += Self.driftPerSecond * seconds }
    // Two sides have half a frame each, and the one beside what is left of the first.
    budget.calls = isComparing ? work / 2 : work
    let effects = move(seconds: seconds, work: budget.calls)
    guard isComparing else { return effects }
    let (time, direction, rest) = (clockTime, playback.direction, work - budget.spent)
    let front = budget.spent
    let others = beside { state in
      state.follow(time, direction)
      return state.move(seconds: 0, work: rest)
    }
    budget.spent += front
    return effects + others
  }

  /// Moves the run of the side in hand on.
  private mutating func move(seconds: Double, work: Int) -> [Effect] {
    let direction = playback.direction
    let before = stage.reach(direction)
    let affordable =
      isHeavy ? 0 : affordableSteps(of: work, towards: playback.target ?? playback.step)
    if playback.target != nil {
      pursueTarget(affordable: affordable)
    } else if playback.isPlaying && seconds > 0 {
      play(seconds: seconds, affordable: affordable)
    }
    // What is affordable of one direction says nothing of the other, if the run has turned round.
    if playback.direction == direction {
      if isCatchingUp { catchUp(affordable: affordable) }
      // A film shows the whole run.
      if view.showsFilm, playback.target == nil { stage.extend(direction, by: affordable) }
      budget.spent = (stage.reach(direction) - before) * callsOfStep
    } else {
      budget.spent = 0
    }
    return simulateIfDue() + matchIfDue() + measureIfDue() + measureFilmIfDue() + redrawIfDue()
      + classifyIfDue() + studyIfDue()
  }

  /// How many lines a tracer runs through in a second.
  private static let driftPerSecond = 0.4

  /// Whether the screen changes without anybody doing anything, now or in a while.
  var isMoving: Bool { isAnimated || isWaiting }

  /// Whether every frame may be another picture.
  var isAnimated: Bool {
    playback.isPlaying || training.activity == .running || isWalking || isSideAnimated
      || (isComparing && turnedRound.isSideAnimated)
  }

  /// Whether time passes until something is told, or is told no longer: the picture stays as it is
  /// until then.
  private var isWaiting: Bool {
    notice != nil || isLessonAwaited || isSideMeasured
      || (isComparing && turnedRound.isSideMeasured)
  }

  private var isSideMeasured: Bool { quality.isMeasuring || isMeasurementDue }

  /// Whether something is on its way on the side in hand.
  private var isSideAnimated: Bool {
    playback.target != nil || isCatchingUp
      || stage.matchingProgress != nil || isSimulationDue || simulation.isRunning
      || redraw.isRunning || isRedrawDue || isFilmMeasured
      || studies.isRunning || isStudyDue || classifier.isRunning
      || classifier.isDue(for: experiment)
  }

  /// Whether the walk has not yet made the steps that are on the screen.
  var isCatchingUp: Bool {
    playback.direction == .forward && stage.missingSteps(.forward, to: playback.step) > 0
  }

  /// Model calls for one point in a step of the run; a noising step counts as one for every eight
  /// points.
  private var callsOfStep: Int {
    switch playback.direction {
    case .forward: max(1, experiment.particles / 8)
    case .reverse:
      max(1, experiment.particles * experiment.sampler.kind.usualCalls(experiment.sampler.options))
    }
  }

  /// How many steps towards one can be made with so many calls, and in a frame at most: what calls took
  /// says nothing of a run that asks something else since.
  private func affordableSteps(of calls: Int, towards step: Int) -> Int {
    if budget.calls >= Self.allTheTimeThereIs { return calls / callsOfStep }
    let answers =
      playback.direction == .forward
      ? FrameBudget.answersOfNoise : stage.answersOfStep(towards: step)
    return min(calls / callsOfStep, FrameBudget.mostAnswers / (experiment.particles * answers))
  }

  /// Whether one step is more than a frame can afford, or nobody knows what it takes, so that steps
  /// are made beside the screen.
  var isHeavy: Bool {
    affordableSteps(of: budget.calls, towards: playback.target ?? playback.step) == 0 || isOpenEnded
  }

  /// Whether steps take as long as they take: the adaptive solver's do, and only who has all the
  /// time there is may wait for them.
  var isOpenEnded: Bool {
    playback.direction == .reverse && experiment.sampler.kind == .ode
      && budget.calls < Self.allTheTimeThereIs
  }

  /// Half of what somebody gives who does not mind how long a frame takes: two sides share it.
  private static let allTheTimeThereIs = Int.max / 4

  /// Whether a step that has been made can be shown within a frame.
  func canShow(_ step: Int) -> Bool {
    let missing = stage.missingSteps(playback.direction, to: step)
    return missing == 0 || (!isHeavy && missing <= affordableSteps(of: budget.calls, towards: step))
  }

  private mutating func fadeNotice(_ seconds: Double) {
    guard var fading = notice else { return }
    fading.remaining -= seconds
    notice = fading.remaining > 0 ? fading : nil
  }

  /// Makes the steps between the walk and the moment on the screen, or makes them again.
  private mutating func catchUp(affordable: Int) {
    if playback.step > stage.reach(.forward) {
      stage.extend(.forward, by: min(affordable, playback.step - stage.reach(.forward)))
    } else {
      stage.replay(.forward, towards: playback.step, atMost: affordable)
    }
  }

  private mutating func pursueTarget(affordable: Int) {
    guard let target = playback.target else { return }
    let direction = playback.direction
    if target > stage.reach(direction) {
      stage.extend(direction, by: min(affordable, target - stage.reach(direction)))
      playback.position = Double(min(target, stage.reach(direction)))
    } else {
      stage.replay(direction, towards: target, atMost: affordable)
      if stage.missingSteps(direction, to: target) == 0 { playback.position = Double(target) }
    }
    if playback.step == target { playback.target = nil }
  }

  private mutating func play(seconds: Double, affordable: Int) {
    let direction = playback.direction
    let length = stage.length(direction)
    if playback.step >= length {
      rest(seconds)
      return
    }
    let usual =
      Double(length) / Playback.duration(direction) * Playback.ease(atTime: frame.time)
    let pace = (playback.isSlow ? 1 / Playback.slowStep : usual) * playback.speed
    // After a stall the run does not leap to catch up.
    let wanted = playback.position + pace * min(seconds, 0.25)
    // One step ahead, so that the inspected particle's next place is known.
    let missing = Int(wanted) + 1 - stage.reach(direction)
    if missing > 0 { stage.extend(direction, by: min(missing, affordable)) }
    // The step that is shown has one after it, so that the inspected particle's next place is known.
    let reach = stage.reach(direction)
    let limit = reach < length ? Double(max(1, reach) - 1) + 0.999 : Double(length)
    playback.position = max(playback.position, min(wanted, limit))
    if playback.step >= length { playback.rest = Playback.restAtEnd }
  }

  private mutating func rest(_ seconds: Double) {
    playback.rest -= seconds
    guard playback.rest <= 0 else { return }
    if playback.loops {
      turn(fromEnd: true)
    } else {
      playback.isPlaying = false
    }
  }
}

// MARK: - Beside the screen

extension AppState {
  /// Whether steps should be made beside the screen.
  var isSimulationDue: Bool {
    guard isHeavy, let task = heavyTask else { return false }
    return simulation.mayBegin(task, playback.direction)
  }

  /// What a frame cannot afford and the moment asks for: the step that was asked for or the one on
  /// the screen, and one ahead.
  private var heavyTask: Simulation.Task? {
    let direction = playback.direction
    let reach = stage.reach(direction)
    let step = playback.target ?? playback.step
    if step < reach && stage.missingSteps(direction, to: step) > 0 {
      return .replay(towards: step)
    }
    let length = stage.length(direction)
    // A film shows the whole run. Where steps take as long as they take, one that nobody asked for
    // is not made ahead while the run rests.
    let ahead =
      view.showsFilm && playback.target == nil
      ? length : playback.isPlaying ? Simulation.mostSteps + 1 : isOpenEnded ? 0 : 1
    let missing = min(step + ahead, length) - reach - simulation.coming(direction)
    return missing > 0 ? .extend(by: missing) : nil
  }

  private mutating func simulateIfDue() -> [Effect] {
    guard isSimulationDue, let task = heavyTask,
      let trajectory = stage.trajectory(playback.direction)
    else { return [] }
    let request = Simulation(
      number: simulation.nextNumber(), side: side, run: stage.run, direction: playback.direction,
      workload: Workload(self), task: task, callsPerStep: callsOfStep, trajectory: trajectory,
      after: simulation.latest, watch: WorkWatch())
    simulation.begin(request)
    return [.simulate(request)]
  }

  /// Takes in steps that were made beside the screen, unless the run has been replaced since.
  ///
  /// - Parameter seconds: how long they took.
  mutating func take(_ done: Simulation, seconds: Double) {
    guard simulation.finish(done, seconds: seconds), done.run == stage.run else { return }
    stage.adopt(done.trajectory, as: done.direction)
    if done.direction == playback.direction { pursueTarget(affordable: 0) }
    let asked = experiment.sampler.options.tolerance
    if let limit = simulation.newLimit(of: done), let line = limit.line(asked: asked) { warn(line) }
  }
}
