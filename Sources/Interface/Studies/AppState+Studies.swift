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
        begin(kind, samplers: nil)
      }
    case .chart(let samplers):
      begin(.chart, samplers: samplers)
    case .save(let kind, let format):
      return save(kind, as: format)
    case .studied(let answer):
      return onSide(answer.side) { $0.studies.take(answer) }
    }
    return []
  }

  /// Begins a study and brings the panel that shows it to the front.
  private mutating func begin(_ kind: Study.Kind, samplers: [Sampler]?) {
    if let reason = obstacle(to: .studies(.toggle(kind))) ?? noFit(samplers) { return say(reason) }
    guard let model = studiedModel else {
      say("there is no network to judge yet; t trains one, m chooses the exact model")
      return
    }
    let steps = experiment.model.kind == .learned ? training.shownWeights?.steps : nil
    // As the experiment says it, without the stops that are there to be watched.
    let laboratory = stage.laboratory.sampling(by: experiment.sampler)
    switch kind {
    case .chart:
      studies.ask(
        .chart(
          QualityChart(
            laboratory, model: model, trainingSteps: steps, samplers: samplers,
            count: studyExtent.samples / 2, seeds: studyExtent.seeds)))
      reveal(firstPanel, rows: ScheduleRoom.leastHeight)
    case .budget:
      studies.ask(
        .budget(
          ErrorBudget(
            laboratory, model: model, trainingSteps: steps, count: studyExtent.samples,
            seeds: studyExtent.seeds)))
      reveal(.quality, rows: QualityPanel.budgetHeight)
    case .weights:
      studies.ask(
        .weights(
          WeightCurve(
            laboratory, model: model, trainingSteps: steps, count: studyExtent.samples / 2,
            seeds: max(1, studyExtent.seeds / 2))))
      reveal(.guidance, rows: GuidancePanel.curveHeight)
    case .information, .decisions, .verdict, .bound:
      break
    }
  }

  /// The model of the experiment as it is shown now; nil for a network that is not there yet.
  private var studiedModel: RunModel? {
    if experiment.model.kind == .exact { return RunModel(nil, in: stage.laboratory) }
    return training.shownWeights.map { RunModel($0, in: stage.laboratory) }
  }

  /// Why there is no curve over the weight of guidance; nil where there is.
  var noCurve: String? {
    guard experiment.guidance?.asks == true else { return Self.noGuidance }
    let weighed = stage.laboratory.weighing(guidance: 2)
    return stage.model.velocityField.flatMap(weighed.refusal)?.description
  }

  /// Why there is no error budget; nil where there is.
  var noBudget: String? {
    isTransport && stage.laboratory.exactVelocityField == nil
      ? "paired samples have no exact answer to swap in" : nil
  }

  /// Why samplers of a chart cannot run from this prior; nil where all can.
  private func noFit(_ samplers: [Sampler]?) -> String? {
    guard isTransport else { return nil }
    return samplers?.first { TransportSolver($0) == nil }.map(TransportSolver.refusal)
  }

  /// The run on the screen.
  private var runSubject: DecisionTimes.Subject {
    let run = stage.model.weights?.steps
    return DecisionTimes.Subject(
      experiment: experiment, direction: playback.direction, way: stage.way,
      trainingSteps: playback.direction == .reverse ? run : nil)
  }

  /// The exact kernel, which is the same for every run.
  private var kernelSubject: DecisionTimes.Subject {
    DecisionTimes.Subject(
      experiment: experiment, direction: .forward, way: .jump, trainingSteps: nil)
  }

  /// The decision times of the particles on the screen, as far as they are known.
  var decisions: DecisionTimes? {
    guard case .decisions(let decisions) = studies[.decisions], decisions.subject == runSubject
    else { return nil }
    return decisions
  }

  /// What the levels of the schedule decide, as far as it is known.
  var information: DecisionTimes? {
    guard case .information(let information) = studies[.information],
      information.subject == kernelSubject
    else { return nil }
    return information
  }

  private var wantsDecisions: Bool { colour == .decision && decisions == nil }

  private var wantsInformation: Bool {
    ScheduleRoom.isShown(in: ScreenLayout(self).rect(of: .schedule)) && information == nil
  }

  /// How much of the class the points of the transport tell, as far as it is known.
  private var knownBound: LabelBound? {
    if case .bound(let bound) = studies[.bound], bound.experiment == experiment {
      bound
    } else {
      nil
    }
  }

  private var wantsBound: Bool {
    isTransport && stage.labels(.reverse) != nil && knownBound == nil
  }

  /// The most that any way can keep: what the best guess from the start gets right, or everything
  /// where the label is told on the way or guidance leads there; nil until it is known.
  var labelBound: Double? {
    let transport = experiment.transport
    if transport?.isLabelPassed == true || transport?.repair == .lift { return 1 }
    if stage.isGuided { return 1 }
    return knownBound?.start
  }

  /// How often the best guess of the class is right, from the data to the prior.
  var guesses: [(time: Double, accuracy: Double)] { knownBound?.accuracies ?? [] }

  /// The same at this moment.
  var labelGuess: Double? {
    knownBound?.accuracy(at: frame.place.time)
  }

  /// What points keep whose label is drawn anew.
  var chanceOfLabel: Double {
    stage.laboratory.transport?.shares.reduce(0) { $0 + $1 * $1 } ?? 0
  }

  var isStudyDue: Bool { studies.due != nil || Study.Kind.allCases.contains(where: wants) }

  /// Whether a study that nobody has to ask for is due to begin.
  func wants(_ kind: Study.Kind) -> Bool {
    switch kind {
    case .information: wantsInformation
    case .decisions: wantsDecisions
    case .bound: wantsBound
    case .verdict: wantsVerdict
    case .chart, .budget, .weights: false
    }
  }

  mutating func studyIfDue() -> [Effect] {
    if wantsInformation {
      studies.ask(.information(DecisionTimes(kernelSubject, stage: stage.going(.jump))))
    }
    if wantsDecisions { studies.ask(.decisions(DecisionTimes(runSubject, stage: stage))) }
    if wantsVerdict { askForVerdict() }
    if wantsBound, let bound = LabelBound(stage.laboratory) { studies.ask(.bound(bound)) }
    guard let study = studies.due else { return [] }
    let (number, watch) = studies.begin(study)
    return [.study(StudyRequest(number: number, side: side, study: study, watch: watch))]
  }
}
