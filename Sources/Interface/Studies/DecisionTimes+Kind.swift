import Diffusion

extension StudyKind {
  /// What the levels of the schedule decide, whatever the run.
  public static let information = StudyKind(
    id: "information", name: "what the levels tell",
    begin: { DecisionTimes($0.kernelSubject, stage: $0.stage.going(.jump)) },
    isDue: { $0.wantsInformation })

  /// When it is decided for the particles on the screen which mode they belong to.
  public static let decisions = StudyKind(
    id: "decisions", name: "when the particles are decided",
    begin: { DecisionTimes($0.runSubject, stage: $0.stage) }, isDue: { $0.wantsDecisions })
}

extension AppState {
  /// The run on the screen.
  fileprivate var runSubject: DecisionTimes.Subject {
    let run = stage.model.weights?.steps
    return DecisionTimes.Subject(
      experiment: experiment, direction: playback.direction, way: stage.way,
      trainingSteps: playback.direction == .reverse ? run : nil)
  }

  /// The exact kernel, which is the same for every run.
  fileprivate var kernelSubject: DecisionTimes.Subject {
    DecisionTimes.Subject(
      experiment: experiment, direction: .forward, way: .jump, trainingSteps: nil)
  }

  /// The decision times of the particles on the screen, as far as they are known.
  var decisions: DecisionTimes? {
    guard let decisions = studies[.decisions] as? DecisionTimes, decisions.subject == runSubject
    else { return nil }
    return decisions
  }

  /// What the levels of the schedule decide, as far as it is known.
  var information: DecisionTimes? {
    guard let information = studies[.information] as? DecisionTimes,
      information.subject == kernelSubject
    else { return nil }
    return information
  }

  fileprivate var wantsDecisions: Bool { colour == .decision && decisions == nil }

  // What is known is told sooner than where it stands on the screen.
  fileprivate var wantsInformation: Bool { information == nil && showsDecisions }
}
