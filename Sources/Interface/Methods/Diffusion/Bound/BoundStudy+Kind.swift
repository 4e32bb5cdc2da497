import Diffusion

extension StudyKind {
  public static let variationalBound = StudyKind(
    id: "variational-bound", name: "the bound", begin: { BoundStudy($0) },
    obstacle: { $0.noVariationalBound }, room: { _ in (.bound, BoundPanel.rows) },
    saved: ("bound", "$"))
}

extension StudyState {
  /// The bound by terms, as far as it is known.
  var variationalBound: BoundStudy? { self[.variationalBound] as? BoundStudy }
}

extension BoundStudy {
  /// That of the model on the screen; nil for a network that is not there yet.
  fileprivate init?(_ state: AppState) {
    guard let studied = state.studied,
      let subject = studied.model.boundSubject(in: studied.laboratory)
    else { return nil }
    self.init(
      subject, in: studied.laboratory, trainingSteps: studied.trainingSteps,
      count: state.studyExtent.samples / 2)
  }
}

extension AppState {
  /// Why there is no bound by terms; nil where there is.
  var noVariationalBound: String? { stage.method.noBound }
}

extension KeyTable {
  static let bound: [KeyBinding] = [
    KeyBinding(
      [.character("$")], .schedule, "the bound, term by term; stop it",
      .studies(.toggle(.variationalBound))),
    KeyBinding(
      [.character("%")], .schedule, "learn the bound's steadiest schedule; stop it",
      .studies(.toggle(.learnedSchedule))),
  ]
}

extension Command {
  static let bound: [Command] = [
    Command(
      "bound", "on|off", example: "on", "the bound on the negative log likelihood, term by term",
      choices: onOrOff
    ) {
      try switched($0) == $1.studies.isPending(.variationalBound)
        ? [] : [.studies(.toggle(.variationalBound))]
    },
    Command(
      "learned-schedule", "on|off|use", example: "on",
      "the schedule along which the bound's estimate varies least; use: in place of the one in hand",
      choices: { onOrOff($0) + ($0.learnedSchedule == nil ? [] : ["use"]) }
    ) { value, state in
      if value == "use" {
        guard let learned = state.learnedSchedule else {
          throw CommandError("no schedule has been learned yet; say 'learned-schedule on' first")
        }
        var changed = state.experiment
        changed.schedule = ScheduleSpecification(following: learned)
        return [.experiment(.change(changed))]
      }
      return try switched(value) == state.studies.isPending(.learnedSchedule)
        ? [] : [.studies(.toggle(.learnedSchedule))]
    },
  ]
}
