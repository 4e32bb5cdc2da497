import Diffusion

/// What can be done about labels and guidance.
public enum GuidanceAction: Sendable, Equatable {
  /// Opens the command line with the present prompt in it.
  case openPrompt
  /// Asks for a prompt; an empty one asks for everything again.
  case prompt(String)
  /// Other guidance in place of the present; nil for none.
  case use(GuidanceSpecification?)
  /// So many tenths more weight, or less where negative.
  case addWeight(tenths: Int)
  /// This weight.
  case weigh(Double)
  /// Turns away from the network as it was after so many steps; nil for not at all.
  case leaveSnapshot(steps: Int?)
  /// A network that knows labels, or one that does not.
  case toggleLabels
  /// The two answers that guidance compares, as arrows: nowhere, at the particle, everywhere.
  case cycleArrows
  /// A slice of a classifier's training has been made.
  case classified(ClassifierTraining)
}

extension GuidanceAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateGuidance(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .addWeight where state.methodPrompt != nil: nil
    case .addWeight, .cycleArrows:
      state.experiment.guidance == nil
        ? AppState.noGuidance : state.stage.guidanceRefusal?.description
    case .openPrompt, .prompt, .use, .weigh, .leaveSnapshot, .toggleLabels, .classified: nil
    }
  }

  var withinBounds: GuidanceAction {
    switch self {
    case .addWeight(let tenths): .addWeight(tenths: tenths.bounded)
    case .leaveSnapshot(let steps): .leaveSnapshot(steps: steps?.bounded)
    case .weigh(let weight): .weigh(weight.bounded)
    case .openPrompt, .prompt, .use, .toggleLabels, .cycleArrows, .classified: self
    }
  }

  var origin: ActionOrigin { if case .classified = self { .answer } else { .person } }

  var isMove: Bool { if case .addWeight = self { true } else { false } }

  var continuesGesture: Bool {
    switch self {
    case .addWeight, .classified: true
    case .openPrompt, .prompt, .use, .weigh, .leaveSnapshot, .toggleLabels, .cycleArrows: false
    }
  }
}
