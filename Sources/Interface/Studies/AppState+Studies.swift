import Diffusion

/// Longer questions about the experiment: asked, watched, called off.
extension AppState {
  mutating func updateStudies(_ action: Action) -> [Effect] {
    switch action {
    case .study(let kind):
      if studies.isPending(kind) {
        studies.cancel(kind)
        say("\(kind.name) called off; what is known stays")
      } else {
        begin(kind, samplers: nil)
      }
    case .chart(let samplers):
      begin(.chart, samplers: samplers)
    default: break
    }
    return []
  }

  /// Begins a study and brings the panel that shows it to the front.
  private mutating func begin(_ kind: Study.Kind, samplers: [Sampler]?) {
    guard let denoiser = studiedModel else {
      say("there is no network to judge yet; t trains one, m chooses the exact model")
      return
    }
    let steps = experiment.model.kind == .learned ? training.shownWeights?.steps : nil
    let laboratory = stage.laboratory
    switch kind {
    case .chart:
      studies.ask(
        .chart(
          QualityChart(
            laboratory, denoiser: denoiser, trainingSteps: steps, samplers: samplers,
            count: samplesOfStudies / 2)))
      reveal(.schedule)
    case .budget:
      studies.ask(
        .budget(
          ErrorBudget(
            laboratory, denoiser: denoiser, trainingSteps: steps, count: samplesOfStudies)))
      reveal(.quality)
    case .weights:
      guard stage.laboratory.guidance?.specification.asks == true else {
        say(Self.noGuidance)
        return
      }
      studies.ask(
        .weights(
          WeightCurve(
            laboratory, denoiser: denoiser, trainingSteps: steps, count: samplesOfStudies / 2)))
      reveal(.guidance)
    case .information, .decisions, .verdict:
      break
    }
  }

  /// Gives a panel the keys and room for all it has to show.
  private mutating func reveal(_ panel: PanelID) {
    focus = panel
    view.isSolo = true
  }

  /// The model of the experiment as it is shown now; nil for a network that is not there yet.
  private var studiedModel: (any Denoiser)? {
    experiment.model.kind == .exact ? exactDenoiser : learnedDenoiser
  }

  /// The run on the screen.
  private var runSubject: DecisionTimes.Subject {
    let run = (stage.denoiser as? LearnedDenoiser)?.weights.steps
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

  private var wantsDecisions: Bool { view.colour == .decision && decisions == nil }

  private var wantsInformation: Bool {
    ScheduleRoom.isShown(in: ScreenLayout(self).rect(of: .schedule)) && information == nil
  }

  var isStudyDue: Bool {
    studies.due != nil || wantsDecisions || wantsInformation || wantsVerdict
  }

  mutating func studyIfDue() -> [Effect] {
    if wantsInformation {
      studies.ask(.information(DecisionTimes(kernelSubject, stage: stage.going(.jump))))
    }
    if wantsDecisions { studies.ask(.decisions(DecisionTimes(runSubject, stage: stage))) }
    if wantsVerdict { askForVerdict() }
    guard let study = studies.due else { return [] }
    return [.study(StudyRequest(number: studies.begin(study), side: side, study: study))]
  }
}
