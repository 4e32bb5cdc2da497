import Diffusion

extension AppState {
  /// Whether two experiments are side by side.
  public var isComparing: Bool { other != nil }

  mutating func updateComparison(_ action: ComparisonAction) -> [Effect] {
    switch action {
    case .show(let contrast):
      return contrast.map { compare($0) } ?? endComparison()
    case .turnToOtherSide:
      guard isComparing else {
        say("one experiment is on the screen; C compares it with another")
        return []
      }
      return turnToOtherSide()
    }
  }

  private mutating func compare(_ contrast: Contrast) -> [Effect] {
    let (a, b) = (contrast.a, contrast.b)
    let unread = a.unread(since: experiment) ?? b.unread(since: experiment) ?? b.unread(since: a)
    if let unread {
      say(unread)
      return []
    }
    var editions = Editions(Edition(experiment: contrast.a, start: start(for: contrast.a)))
    editions.b = Edition(experiment: contrast.b, start: start(for: contrast.b))
    editions.isMirrored = contrast.isMirrored
    editions.shareDraws(of: .a)
    if editions.b == editions.a && !contrast.isMirrored {
      say("both sides are the same; edit one of them")
    }
    // On a narrow screen a panel with the keys would be in the place of side B.
    foreground = Foreground(panel: .plane, isAlone: false)
    return adopt(editions) { $0.record(editions) }
  }

  private mutating func endComparison() -> [Effect] {
    guard isComparing else {
      say("nothing is compared")
      return []
    }
    let editions = Editions(edition)
    return adopt(editions) { $0.record(editions) }
  }

  /// Takes the other side in hand; its network, if it has one of its own, is the one that trains.
  mutating func turnToOtherSide() -> [Effect] {
    let time = clockTime
    exchange()
    playback.position = position(atTime: time)
    handle = min(handle, max(0, ScheduleEditor.handles(of: experiment.schedule).count - 1))
    return history.present.shareTraining ? [] : trainingInHand()
  }

  /// Puts the training of the side in hand on the training thread.
  mutating func trainingInHand() -> [Effect] {
    training.stepsPerSecond = 0
    switch training.activity {
    case .idle:
      return needsTrainingAtOnce ? startTraining() : [.pauseTraining]
    case .running, .paused:
      // A training that has not reported yet begins as it did.
      let trainer =
        training.trainer ?? (training.steps == 0 ? stage.laboratory.trainingProcess : nil)
      guard let trainer else { return [.pauseTraining] }
      return [.startTraining(trainer, isPaused: training.activity != .running)]
    }
  }
}

// MARK: - One clock

extension AppState {
  /// The time of the side in hand, from 0 (data) to 1 (noise), with what playing has saved up
  /// towards the next step.
  var clockTime: Double {
    let direction = playback.direction
    let next = min(playback.step + 1, stage.length(direction))
    let here = Double(stage.noisingSteps(direction, at: playback.step))
    let there = Double(stage.noisingSteps(direction, at: next))
    let share = playback.position - Double(playback.step)
    return (here + share * (there - here)) / Double(stage.laboratory.schedule.timesteps)
  }

  /// The position in the run at a time: a whole step, and the share of the next one.
  private func position(atTime time: Double) -> Double {
    let step = stage.step(playback.direction, passedAtTime: time)
    let next = min(step + 1, stage.length(playback.direction))
    let steps = time * Double(stage.laboratory.schedule.timesteps)
    let here = Double(stage.noisingSteps(playback.direction, at: step))
    let there = Double(stage.noisingSteps(playback.direction, at: next))
    let share = here == there ? 0 : (steps - here) / (there - here)
    return Double(step) + min(max(share, 0), 0.999)
  }

  /// Shows the other side at the time of the side in hand.
  mutating func refreshBeside() {
    guard other != nil else { return }
    let (time, direction, training) = (clockTime, playback.direction, scene.training)
    if history.present.shareTraining { other?.training = training }
    _ = beside { state in
      state.follow(time, direction)
      state.refreshFrame()
      return []
    }
  }

  /// Goes to the step of the run that the clock of the other side has reached.
  mutating func follow(_ time: Double, _ direction: Direction) {
    let wanted = history.present.isMirrored ? direction.opposite : direction
    if playback.direction != wanted {
      playback.direction = wanted
      if wanted == .reverse { restartFront() }
      trails = Trails()
      playback.target = nil
      playback.position = 0
    }
    let step = stage.step(wanted, passedAtTime: time)
    if (playback.target ?? playback.step) != step { seek(to: step) }
  }
}

extension Stage {
  /// The furthest step of a run that a clock has passed: going on, steps come when they are due
  /// and not half a step before.
  func step(_ direction: Direction, passedAtTime time: Double) -> Int {
    let steps = time * Double(laboratory.schedule.timesteps)
    let slack = 1e-6
    switch direction {
    case .forward: return min(max(0, Int(steps + slack)), length(.forward))
    case .reverse:
      return laboratory.grid.stops.lastIndex { Double($0.steps) >= steps - slack } ?? 0
    }
  }
}
