import Diffusion

/// Which training goes on: the present one, those put aside, and fresh starts.
extension AppState {
  /// How many trainings are kept beside the present one, and how many bytes of them.
  public static let trainingsKept = 8
  static let trainingMemory = 64 << 20

  /// Puts the training of an edition aside, to be taken up when its data, its network and its
  /// start are wanted again.
  mutating func shelveTraining(of edition: Edition) {
    guard training.steps > 0 else { return }
    let dropped = shelf.put(training, for: edition.trainingKey, bytes: training.bytes)
    let lost = dropped.filter { $0.unsavedSteps > 0 }
    if let first = lost.first {
      warn(
        "the \(Self.trainingsKept) latest networks are kept; that of \(first.name), with"
          + " \(Text.count(first.steps)) steps, had to make room")
    }
  }

  /// Takes up the training of the present edition where it was left, or prepares a fresh one.
  mutating func takeUpTraining() -> [Effect] {
    guard var kept = shelf.take(history.present.trainingKey), var trainer = kept.trainer else {
      return prepareTraining()
    }
    trainer.settings = experiment.training
    kept.trainer = trainer
    kept.settings = experiment.training
    kept.rate = trainer.rate
    kept.stepsPerSecond = 0
    training = kept
    quality.measurement = nil
    quality.measuredAt = 0
    say("back to the network of \(training.name), trained for \(Text.count(training.steps)) steps")
    return [.startTraining(trainer, isPaused: training.activity != .running)]
  }

  /// The start whose training an experiment goes on with: the present one, or where other data or
  /// another network is chosen, the latest that is kept of it.
  func start(for experiment: Experiment) -> Int {
    let wanted = Edition(experiment: experiment, start: history.present.start).trainingKey
    if wanted == history.present.trainingKey { return wanted.start }
    return shelf.keys.last { $0.isOfSameKind(as: wanted) }?.start ?? wanted.start
  }

  /// Trains again from fresh weights; what was learned before is put aside, and undo finds it.
  mutating func restartTraining() -> [Effect] {
    let before = history.present
    if training.steps > 0 {
      starts += 1
      history.record(Edition(experiment: experiment, start: starts))
      shelveTraining(of: before)
      say("training starts again from fresh weights; u brings the old ones back")
    } else {
      say("training starts from fresh weights")
    }
    return startTraining()
  }

  /// Replaces the training with a new one of the experiment's network.
  mutating func startTraining() -> [Effect] {
    let trainer = stage.laboratory.trainer()
    training = TrainingState(experiment)
    training.activity = .running
    if experiment.model.kind == .learned { quality.measurement = nil }
    quality.measuredAt = 0
    return [.startTraining(trainer, isPaused: false)]
  }

  /// The training of an experiment that is not there yet: a learned model needs it at once, with
  /// the exact one it waits to be asked for.
  mutating func prepareTraining() -> [Effect] {
    if experiment.model.kind == .learned { return startTraining() }
    training = TrainingState(experiment)
    return [.pauseTraining]
  }

  mutating func toggleTraining() -> [Effect] {
    switch training.activity {
    case .idle:
      return startTraining()
    case .running:
      training.activity = .paused
      training.stepsPerSecond = 0
      return [.pauseTraining]
    case .paused where training.trainer == nil:
      say("these weights learned data of another size and cannot be trained on; T starts afresh")
      return []
    case .paused:
      training.activity = .running
      return [.resumeTraining]
    }
  }

  /// All trainings with steps that are in no file, those put aside included.
  var unsavedTrainings: [TrainingState] {
    (shelf.items + [training]).filter { $0.unsavedSteps > 0 }
  }
}
