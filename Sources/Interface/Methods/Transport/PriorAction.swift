import Diffusion

/// What can happen to the priors of labels and to the way from them.
public enum PriorAction: Sendable {
  /// Takes the prior of the next label in hand.
  case selectPrior(offset: Int)
  /// Moves it by twentieths of the data's size.
  case movePrior(across: Int, up: Int)
  /// Makes it so many tenths wider, or narrower where negative.
  case widenPrior(Int)
  /// Puts the prior of a label at a place, as wide as is said.
  case placePrior(LabelPrior)
  /// Learns anew what the network itself joins.
  case reflow
  /// The pairs are there.
  case reflowed((any TrainingProcess)?, of: Reflow)
}

extension PriorAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updatePriors(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .selectPrior, .movePrior, .widenPrior, .placePrior: state.noPriors
    case .reflow: state.noReflow
    case .reflowed: nil
    }
  }

  var withinBounds: PriorAction {
    switch self {
    case .selectPrior(let offset): .selectPrior(offset: offset.bounded)
    case .movePrior(let across, let up): .movePrior(across: across.bounded, up: up.bounded)
    case .widenPrior(let times): .widenPrior(times.bounded)
    // A prior that is placed is checked with the experiment that it becomes a part of.
    case .placePrior, .reflow, .reflowed: self
    }
  }

  var origin: ActionOrigin { if case .reflowed = self { .answer } else { .person } }

  var isMove: Bool {
    switch self {
    case .selectPrior, .movePrior, .widenPrior: true
    case .placePrior, .reflow, .reflowed: false
    }
  }

  var continuesGesture: Bool {
    switch self {
    case .movePrior, .widenPrior, .reflowed: true
    case .selectPrior, .placePrior, .reflow: false
    }
  }
}
