/// What can happen to the two sides.
public enum ComparisonAction: Sendable {
  /// Puts two experiments side by side; nil leaves the one in hand.
  case show(Contrast?)
  case turnToOtherSide
}

extension ComparisonAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateComparison(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .turnToOtherSide:
      state.isComparing ? nil : "nothing is compared; C puts two side by side"
    case .show: nil
    }
  }

  var withinBounds: ComparisonAction { self }
}
