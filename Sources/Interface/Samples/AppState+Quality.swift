import Diffusion

/// The figures of the samples: those of the run that is shown, by its own sampler in its own steps.
extension AppState {
  /// How many samples are judged: the particles on the screen, as far as they are not too many.
  var judgedCount: Int { min(experiment.particles, studyExtent.judged) }

  /// The samples that figures should be of; nil while there is no model to draw them.
  private var wantedFigures: QualityState.Subject? {
    let isExact = experiment.model.kind == .exact
    guard isExact || training.shownWeights != nil else { return nil }
    return QualityState.Subject(
      experiment: experiment, start: edition.start,
      trainingSteps: isExact ? nil : training.shownWeights?.steps,
      isLookedBackAt: !isExact && training.shown != nil,
      weakerSteps: weakerNetwork?.steps, classifierSteps: classifier.steps(for: experiment))
  }

  /// Whether figures are of these samples, or of those of the same network a little earlier in a
  /// training that goes on; the panel names the step. Those of a network that was looked back at
  /// are of no other.
  private func areFiguresOfThis(_ subject: QualityState.Subject) -> Bool {
    guard let wanted = wantedFigures else { return false }
    if subject == wanted { return true }
    guard let then = subject.trainingSteps, let now = wanted.trainingSteps,
      training.shown == nil
    else { return false }
    return then <= now
      && subject
        == QualityState.Subject(
          experiment: wanted.experiment, start: wanted.start, trainingSteps: then,
          isLookedBackAt: false, weakerSteps: wanted.weakerSteps,
          classifierSteps: wanted.classifierSteps)
  }

  /// Lets go of figures that are of other samples than these, whatever has changed.
  mutating func dropForeignFigures() {
    if let subject = quality.subject, !areFiguresOfThis(subject) { quality.forget() }
  }

  /// Whether a measurement can be made and would tell something new.
  var isMeasurementDue: Bool {
    guard let wanted = wantedFigures, !quality.isMeasuring else { return false }
    guard quality.measurement != nil, let known = quality.subject else {
      return quality.measurement == nil
    }
    guard known != wanted else { return false }
    guard training.activity == .running, training.shown == nil else { return true }
    // Early on every hundred steps matter; later a fifth more does.
    let (then, now) = (known.trainingSteps ?? 0, wanted.trainingSteps ?? 0)
    return now > then + max(100, then / 5)
  }

  /// Asks for the next slice of a measurement where one is due.
  mutating func measureIfDue() -> [Effect] {
    quality.pass()
    guard isMeasurementDue, !quality.isResting, let subject = wantedFigures, let run = judging
    else { return [] }
    return [
      .measure(
        QualityRequest(number: quality.begin(), side: side, subject: subject, run: run))
    ]
  }

  /// A measurement of the samples as they are now, not begun; nil while there is no model to draw
  /// them.
  private var judging: QualityRun? {
    guard wantedFigures != nil else { return nil }
    let model = stage.method.model(
      experiment.model.kind == .exact ? nil : training.shownWeights, in: stage.laboratory)
    // As the experiment says it, without the stops that are there to be watched.
    var laboratory = stage.laboratory.sampling(by: experiment.sampler).guiding(with: guides)
    laboratory.measuresExactly = true
    return model.qualityRun(in: laboratory, count: judgedCount)
  }

  /// The figures of the samples as the model is now: those that are known of just these, or freshly
  /// measured, which takes as long as it takes.
  var judgedSamples: QualityMeasurement? {
    if let known = quality.measurement, quality.subject == wantedFigures { return known }
    var run = judging
    return run?.finish()
  }

  /// Takes a slice in, and asks for the next one; what is about other samples than these is given up.
  mutating func take(_ answer: QualityRequest) -> [Effect] {
    guard quality.waits(for: answer) else { return [] }
    guard areFiguresOfThis(answer.subject) else {
      quality.callOff()
      return []
    }
    quality.take(answer)
    return quality.isMeasuring ? [.measure(answer)] : []
  }

  /// The training step of the network that drew the cloud on the screen; nil where none did.
  var seenSteps: Int? {
    guard frame.direction == .reverse, experiment.model.kind == .learned else { return nil }
    return isRedrawing ? training.shownWeights?.steps : stage.model.weights?.steps
  }
}
