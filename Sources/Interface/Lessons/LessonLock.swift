/// A part of the program that a page of a lesson can lock: what a person asks of it is then declined.
public enum LessonLock: String, Sendable, CaseIterable {
  case time
  case training
  case experiment
  case schedule
  case guidance
  case comparison
  case studies
  case view
  case drawing

  /// Whether an action is of this part.
  func covers(_ action: Action) -> Bool {
    switch action {
    case .time: self == .time
    case .training, .trainingTime: self == .training
    case .experiment, .priors, .region: self == .experiment
    case .schedule: self == .schedule
    case .guide: self == .guidance
    case .comparison: self == .comparison
    case .studies: self == .studies
    case .plane, .conditional: self == .view
    case .draw: self == .drawing
    case .samples, .panels, .overlay, .line, .sharing, .program, .lesson, .presenting, .mouse:
      false
    }
  }
}
