import Diffusion

/// What a page of a lesson leaves as it is.
extension AppState {
  /// Why a page declines what somebody asks for; nil where it does not.
  func lessonLock(on action: Action) -> String? {
    guard let lesson, action.origin == .person,
      let lock = lesson.page.locked.first(where: { $0.covers(action) })
    else { return nil }
    return Self.words(lock)
  }

  /// Why a page declines an edit of the experiment; nil where it does not.
  func lessonLock(onEditTo changed: Experiment) -> String? {
    guard let lesson, changed != experiment else { return nil }
    let touched: [LessonLock: Bool] = [
      .experiment: true,
      .schedule: changed.schedule != experiment.schedule,
      .guidance: changed.guidance != experiment.guidance,
      .training: changed.training != experiment.training || changed.model != experiment.model,
    ]
    return lesson.page.locked.first { touched[$0] == true }.map(Self.words)
  }

  private static func words(_ lock: LessonLock) -> String {
    "this page of the lesson leaves \(lock.words) as it is"
  }
}

extension LessonLock {
  fileprivate var words: String {
    switch self {
    case .time: "the clock"
    case .comparison: "the comparison"
    case .training, .experiment, .schedule, .guidance, .studies, .view, .drawing: "the \(rawValue)"
    }
  }
}
