import Diffusion

/// What can happen to the second time: how far the network had got.
public enum TrainingTimeAction: Sendable {
  /// To the network as it was after so many steps; at the last step, as it is now.
  case rewind(to: Int)
  /// So many snapshots on, or back where negative.
  case rewindBy(Int)
  case toggleRedraw
  case trainFromHere
  /// A cloud was drawn anew.
  case redrawn([Point], of: Redraw)
}

extension TrainingTimeAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateTrainingTime(self) }

  var withinBounds: TrainingTimeAction {
    switch self {
    case .rewind(let steps): .rewind(to: steps.bounded)
    case .rewindBy(let count): .rewindBy(count.bounded)
    case .toggleRedraw, .trainFromHere, .redrawn: self
    }
  }

  var origin: ActionOrigin { if case .redrawn = self { .answer } else { .person } }
}
