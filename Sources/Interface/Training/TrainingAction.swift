import Diffusion

/// What can happen to the model and its training.
public enum TrainingAction: Sendable {
  /// The exact model or the learned one.
  case toggleModel
  case toggleTraining
  case restartTraining
  case changeRate(faster: Bool)
  case changeBatch(larger: Bool)
  /// The training thread has something to say.
  case trained(TrainingReport, stepsPerSecond: Double)
}

extension TrainingAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateTraining(self) }

  var withinBounds: TrainingAction { self }

  var origin: ActionOrigin { if case .trained = self { .answer } else { .person } }
}
