import Diffusion

/// Longer questions about the experiment: asked, watched, called off.
extension AppState {
  mutating func updateStudies(_ action: StudyAction) -> [Effect] {
    switch action {
    case .toggle(let kind):
      if studies.isPending(kind) {
        studies.cancel(kind)
        say("\(kind.name) called off; what is known stays")
      } else {
        begin(kind)
      }
    case .chart(let samplers):
      if let reason = noFit(samplers) {
        say(reason)
      } else {
        begin(.chart, as: QualityChart(self, samplers: samplers))
      }
    case .save(let kind, let format):
      return save(kind, as: format)
    case .studied(let answer):
      return onSide(answer.side) { $0.studies.take(answer) }
    }
    return []
  }

  /// Begins a study and brings the panel that shows it to the front.
  ///
  /// - Parameter study: where it begins otherwise than usual.
  private mutating func begin(_ kind: StudyKind, as study: (any Study)? = nil) {
    if let reason = kind.obstacle(self) { return say(reason) }
    guard let study = study ?? kind.begin(self) else {
      say("there is no network to judge yet; t trains one, m chooses the exact model")
      return
    }
    studies.ask(study, as: kind)
    if let room = kind.room?(self) { reveal(room.panel, rows: room.rows) }
  }

  /// What a study of the model's samples is about; nil for a network that is not there yet.
  var studied: (laboratory: Laboratory, model: any RunModel, trainingSteps: Int?)? {
    guard let model = studiedModel else { return nil }
    // As the experiment says it, without the stops that are there to be watched.
    return (
      stage.laboratory.sampling(by: experiment.sampler), model,
      experiment.model.kind == .learned ? training.shownWeights?.steps : nil
    )
  }

  /// The model of the experiment as it is shown now; nil for a network that is not there yet.
  private var studiedModel: (any RunModel)? {
    if experiment.model.kind == .exact { return stage.method.model(nil, in: stage.laboratory) }
    return training.shownWeights.map { stage.method.model($0, in: stage.laboratory) }
  }

  var isStudyDue: Bool { studies.due != nil || StudyKind.all.contains { $0.isDue(self) } }

  mutating func studyIfDue() -> [Effect] {
    for kind in StudyKind.all where kind.isDue(self) {
      if let study = kind.begin(self) { studies.ask(study, as: kind) }
    }
    guard let due = studies.due else { return [] }
    let (number, watch) = studies.begin(due.kind)
    return [
      .study(
        StudyRequest(number: number, side: side, kind: due.kind, study: due.study, watch: watch))
    ]
  }
}
