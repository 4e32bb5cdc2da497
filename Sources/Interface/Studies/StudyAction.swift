import Diffusion

/// What can happen to the longer questions about the experiment.
public enum StudyAction: Sendable {
  /// Begins a study, or calls it off.
  case toggle(StudyKind)
  /// The chart of quality by steps for chosen samplers.
  case chart([Sampler])
  /// Writes what is known of a study into a file.
  case save(StudyKind, StudyFormat)
  /// A slice was made.
  case studied(StudyRequest)
}

extension StudyAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateStudies(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .toggle(let kind): kind.obstacle(state)
    case .chart, .save, .studied: nil
    }
  }

  var withinBounds: StudyAction { self }

  var origin: ActionOrigin { if case .studied = self { .answer } else { .person } }
}
