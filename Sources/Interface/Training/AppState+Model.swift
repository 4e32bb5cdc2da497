import Diffusion
import TextScreen

extension AppState {
  mutating func updateTraining(_ action: TrainingAction) -> [Effect] {
    switch action {
    case .toggleModel:
      var changed = experiment
      changed.model.kind = experiment.model.kind == .exact ? .learned : .exact
      var effects = edit(changed)
      guard experiment.model.kind == changed.model.kind else { return effects }
      if needsTrainingAtOnce && training.activity == .idle { effects += startTraining() }
      say(modelNotice)
      return effects
    case .toggleTraining:
      return toggleTraining()
    case .restartTraining:
      return restartTraining()
    case .changeRate(let faster):
      return changeRate(faster: faster)
    case .changeBatch(let larger):
      return changeBatch(larger: larger)
    case .trained(let report, let stepsPerSecond):
      take(report, stepsPerSecond: stepsPerSecond)
      return []
    }
  }

  /// What the model is now, and of a network that has learned nothing yet that it has not.
  private var modelNotice: String {
    switch (experiment.model.kind, training.activity) {
    case (.exact, _): "model: exact, the closed-form answer"
    case (.learned, _) where training.steps > 0: "model: learned, the network as it is now"
    case (.learned, .running): "model: learned; untrained so far, the network begins to learn now"
    case (.learned, .idle), (.learned, .paused):
      "model: learned, but the network is untrained; t trains it"
    }
  }

  private mutating func changeRate(faster: Bool) -> [Effect] {
    let rates = TrainingSpecification.rates
    // After a recovery the rate in force is what a person sees and means.
    let now = training.recoveries.isEmpty ? experiment.training.rate : training.rate
    var changed = experiment
    changed.training.rate = min(
      max(now * (faster ? 1.25 : 0.8), rates.lowerBound), rates.upperBound)
    say("learning rate \(Text.short(changed.training.rate))")
    return edit(changed)
  }

  private mutating func changeBatch(larger: Bool) -> [Effect] {
    let batches = TrainingSpecification.batches
    var changed = experiment
    let batch = larger ? experiment.training.batch * 2 : experiment.training.batch / 2
    changed.training.batch = min(max(batch, batches.lowerBound), batches.upperBound)
    say("batch \(changed.training.batch)")
    return edit(changed)
  }

  /// Takes in what the training thread has to say.
  mutating func take(_ report: TrainingReport, stepsPerSecond: Double) {
    let isFirst = training.weights == nil
    let weaker = weakerNetwork
    let weights = report.weights
    training.weights = weights
    training.snapshots.add(weights)
    training.trainer = report.trainer
    training.steps = report.steps
    training.stepsPerSecond = stepsPerSecond
    training.rate = report.rate
    for point in report.losses { training.losses.add(point.loss, step: point.step) }
    if report.recoveries.count > training.recoveries.count, let latest = report.recoveries.last {
      let step = Text.count(latest.step)
      warn(
        (latest.learnedNothing
          ? "nothing was learned by step \(step): back to the start,"
          : "training blew up at step \(step): back to the last good weights,")
          + " rate \(Text.short(latest.oldRate)) to \(Text.short(latest.newRate))")
    }
    training.recoveries = report.recoveries
    if isFirst && learnsOnScreen {
      replaceStandIn()
    } else if hasMoreToShow || (isComparing && turnedRound.hasMoreToShow) {
      showWhatIsLearned()
    }
    if weaker == nil, let weakerNetwork {
      replaceStandIn()
      say("guidance now turns away from the network of step \(Text.count(weakerNetwork.steps))")
    }
  }

  /// Whether a network is asked on either side of the screen.
  private var learnsOnScreen: Bool {
    Side.allCases.contains { side in
      (side == .a || isComparing) && history.present[side].experiment.model.kind == .learned
    }
  }

  /// From how many steps on a network's samples are worth being seen.
  private static let stepsWorthSeeing = 500

  /// Whether the run on the screen was made by a network that knew next to nothing, and there is
  /// something to see by now.
  private var hasMoreToShow: Bool {
    guard playback.direction == .reverse, !isRedrawing, training.shown == nil,
      let steps = seenSteps, steps < Self.stepsWorthSeeing
    else { return false }
    return training.steps >= max(Self.stepsWorthSeeing, 4 * steps)
  }

  /// Starts the run anew with the network as it is now; a held one stays at its step.
  private mutating func showWhatIsLearned() {
    guard playback.isPlaying, playback.target == nil, !isComparing else {
      return replaceStandIn()
    }
    restartReverse()
    trails = Trails()
    seek(to: 0)
    say("the network has learned something to see: the run starts anew")
  }

  /// Lets networks that were waited for take the place of what stood in for them, at the same step.
  private mutating func replaceStandIn() {
    restartReverse()
    if playback.direction == .reverse { seek(to: playback.target ?? playback.step) }
  }
}
