import Diffusion
import TextScreen

/// The second time: how far the network had got, and its samples as they were then.
extension AppState {
  mutating func updateTrainingTime(_ action: TrainingTimeAction) -> [Effect] {
    switch action {
    case .rewind(let steps):
      rewind(to: steps)
      return []
    case .rewindBy(let count):
      rewind(by: count)
      return []
    case .toggleRedraw:
      toggleRedraw()
      return []
    case .trainFromHere:
      return trainFromHere()
    case .redrawn(let points, let redraw):
      return onSide(redraw.side) { $0.redraw.finish(redraw, points: points) }
    }
  }

  /// Whether there is a network, on either side, whose training can be looked back on.
  var hasTrainingTime: Bool {
    Side.allCases.contains { history.present[$0].experiment.model.kind == .learned }
      || training.activity != .idle || other.map { $0.training.activity != .idle } ?? false
  }

  /// Whether the cloud is one that is drawn anew from fixed noise whenever the network changes.
  var isRedrawing: Bool {
    experiment.model.kind == .learned && training.weights != nil
      && playback.direction == .reverse && !playback.isPlaying
      && (playback.redraws || training.shownSteps != nil)
  }

  /// Shows the network as it was after so many steps, or nearest to that; at the last step and
  /// beyond, as it is now.
  private mutating func rewind(to steps: Int) {
    guard let nearest = training.snapshots.nearest(to: steps) else {
      say("no network has been trained yet; t trains one")
      return
    }
    show(steps >= training.steps ? nil : nearest)
  }

  /// So many snapshots on or back from the network that is shown, wherever training has got to.
  private mutating func rewind(by count: Int) {
    guard let earliest = training.snapshots.items.first else {
      say("no network has been trained yet; t trains one")
      return
    }
    let here = training.shownSteps ?? training.steps
    if count < 0 {
      let earlier = training.snapshots.items.filter { $0.steps < here }
      if earlier.isEmpty { say("no network is kept that is earlier than this one") }
      show(earlier.isEmpty ? earliest : earlier[max(0, earlier.count + count)])
    } else if training.shown == nil {
      say("this is the network as it is now")
    } else if count > 0 {
      let later = training.snapshots.items.filter { $0.steps > here && $0.steps < training.steps }
      show(count <= later.count ? later[count - 1] : nil)
    }
  }

  /// Shows an earlier network, or with nil the one of now.
  private mutating func show(_ weights: (any TrainedWeights)?) {
    training.shown = weights
    holdForRedraw()
  }

  private mutating func toggleRedraw() {
    if experiment.model.kind == .exact {
      say("the exact model does not learn; m chooses the network")
      return
    }
    playback.redraws.toggle()
    say(
      playback.redraws
        ? "samples are drawn again and again from the same noise while the network learns"
        : "samples are drawn once")
    holdForRedraw()
  }

  /// Holds the run where redrawn clouds can be seen: a running one at its end, the data.
  private mutating func holdForRedraw() {
    guard experiment.model.kind == .learned else { return }
    if playback.isPlaying || playback.direction == .forward {
      playback.isPlaying = false
      playback.direction = .reverse
      playback.position = Double(stage.length(.reverse))
    } else if let target = playback.target {
      playback.position = Double(target)
    }
    playback.target = nil
    trails = Trails()
    if !isRedrawing { resumeRun() }
  }

  /// Goes back from redrawn clouds to the run, made with the network that is shown.
  mutating func resumeRun() {
    let step = playback.step
    restartReverse()
    seek(to: step)
  }

  /// Goes on training from the network that is shown; what was learned after it is put aside, and
  /// undo finds it.
  private mutating func trainFromHere() -> [Effect] {
    guard let weights = training.shown else {
      say("page-up goes back to an earlier network to train on from")
      return []
    }
    if let reason = stage.method.noResuming {
      say(reason)
      return []
    }
    guard let trainer = stage.laboratory.trainingProcess(continuing: weights) else {
      say("these weights learned data of another size and cannot be trained on")
      return []
    }
    let before = training
    shelve(before)
    beginAnew()
    training = TrainingState(edition, continuing: before, with: trainer)
    quality.forget()
    // The run on the screen was made with the later network.
    resumeRun()
    say(
      "training goes on from step \(Text.count(weights.steps)), its optimizer begins afresh;"
        + " u brings the later network back")
    return [.startTraining(trainer, isPaused: false)]
  }
}

// MARK: - Drawing anew

extension AppState {
  /// What the cloud on the screen should have been drawn with.
  private var wantedRedraw: Redraw.Subject? {
    guard isRedrawing, let weights = training.shownWeights else { return nil }
    return Redraw.Subject(
      level: stage.level(.reverse, at: playback.step),
      time: stage.time(.reverse, at: playback.step), steps: weights.steps,
      experiment: experiment, start: edition.start)
  }

  var isRedrawDue: Bool {
    guard !redraw.isRunning, let wanted = wantedRedraw else { return false }
    return wanted != redraw.subject
  }

  mutating func redrawIfDue() -> [Effect] {
    guard isRedrawDue, let subject = wantedRedraw, let weights = training.shownWeights else {
      return []
    }
    return [
      .redraw(
        Redraw(
          number: redraw.begin(), side: side, subject: subject,
          model: stage.method.model(weights, in: stage.laboratory),
          laboratory: stage.laboratory, start: stage.start))
    ]
  }

  /// The redrawn cloud, where one is shown and there is one of these particles.
  var redrawnPoints: [Point]? {
    guard isRedrawing, let points = redraw.points, points.count == experiment.particles,
      redraw.subject?.experiment.distribution == experiment.distribution
    else { return nil }
    return points
  }
}
