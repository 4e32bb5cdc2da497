import Diffusion
import TextScreen

/// Which training goes on: the present one, those put aside, and fresh starts.
extension AppState {
  /// Puts a training aside, to be taken up when its data, its network and its start are wanted
  /// again.
  mutating func shelve(_ training: TrainingState) {
    guard training.steps > 0 else { return }
    let dropped = shelf.put(training)
    let lost = dropped.filter { $0.unsavedSteps > 0 }
    if let first = lost.first {
      warn(
        "the \(TrainingShelf.capacity) latest networks are kept; that of \(first.name), with"
          + " \(Text.count(first.steps)) steps, had to make room")
    }
  }

  /// Takes up the training of the edition in hand where it was left, or prepares a fresh one.
  mutating func takeUpTraining() -> [Effect] {
    let key = edition.trainingKey
    let shared = other.flatMap { $0.training.key == key ? $0.training : nil }
    guard var kept = shared ?? shelf.take(key) else { return prepareTraining() }
    kept.trainer?.settings = experiment.training
    kept.settings = experiment.training
    kept.rate = kept.trainer?.rate ?? experiment.training.rate
    kept.stepsPerSecond = 0
    training = kept
    quality.forget()
    say("back to the network of \(training.name), trained for \(Text.count(training.steps)) steps")
    // Weights of a file that cannot be trained on are kept too.
    guard let trainer = kept.trainer else { return [.pauseTraining] }
    return [.startTraining(trainer, isPaused: training.activity != .running)]
  }

  /// The start whose training an experiment goes on with: the one in hand or that of the other
  /// side, or where other data or another network is chosen, the latest that is kept of it.
  func start(for experiment: Experiment) -> Int {
    let wanted = Edition(experiment: experiment, start: edition.start).trainingKey
    let sides = [training.key] + (other.map { [$0.training.key] } ?? [])
    let known = sides + shelf.keys.reversed()
    return known.first { $0.isOfSameKind(as: wanted) }?.start ?? wanted.start
  }

  /// Trains again from fresh weights; what was learned before is put aside, and undo finds it.
  mutating func restartTraining() -> [Effect] {
    if experiment.nothingToLearn != nil { return startTraining() }
    if training.steps > 0 {
      shelve(training)
      beginAnew()
      say("training starts again from fresh weights; u brings the old ones back")
    } else {
      say("training starts from fresh weights")
    }
    return startTraining()
  }

  /// Numbers a new start, of both sides where they share a network.
  mutating func beginAnew() {
    let fresh = shelf.numberFreshStart()
    var editions = history.present
    let isShared = editions.shareTraining
    editions[side].start = fresh
    if isShared { editions[side.opposite].start = fresh }
    history.record(editions)
  }

  /// Replaces the training with a new one of the experiment's network.
  mutating func startTraining() -> [Effect] {
    guard let trainer = stage.laboratory.trainingProcess else {
      say(experiment.nothingToLearn ?? "there is nothing to learn here")
      return [.pauseTraining]
    }
    training = TrainingState(edition)
    training.activity = .running
    if experiment.model.kind == .learned {
      quality.forget()
      studies.forget()
    }
    return [.startTraining(trainer, isPaused: false)]
  }

  /// The training of an experiment that is not there yet: a learned model needs it at once, with
  /// the exact one it waits to be asked for.
  mutating func prepareTraining() -> [Effect] {
    if needsTrainingAtOnce { return startTraining() }
    training = TrainingState(edition)
    return [.pauseTraining]
  }

  /// Whether an untrained network begins to learn without being asked to.
  var needsTrainingAtOnce: Bool { trainsAtOnce && experiment.model.kind == .learned }

  mutating func toggleTraining() -> [Effect] {
    switch training.activity {
    case .idle:
      return startTraining()
    case .running:
      training.activity = .paused
      training.stepsPerSecond = 0
      return [.pauseTraining]
    case .paused where training.trainer == nil:
      let usual = "these weights learned data of another size and cannot be trained on"
      say("\(stage.method.noResuming ?? usual); T starts afresh")
      return []
    case .paused:
      training.activity = .running
      return [.resumeTraining]
    }
  }

  /// All trainings with steps that are in no file, those put aside included.
  var unsavedTrainings: [TrainingState] {
    let beside = other.flatMap { $0.training.key == training.key ? nil : $0.training }
    return (shelf.items + [training] + (beside.map { [$0] } ?? [])).filter { $0.unsavedSteps > 0 }
  }
}
