import Diffusion

/// What can happen to the experiment as a whole.
public enum ExperimentAction: Sendable {
  /// Another experiment in place of this one.
  case change(Experiment)
  case reseed
  /// The next notation in their order.
  case cycleNotation
  case undo
  case redo
}

extension ExperimentAction: FeatureAction {
  func update(_ state: inout AppState) -> [Effect] { state.updateExperiment(self) }

  func obstacle(in state: AppState) -> String? {
    switch self {
    case .undo: state.history.canUndo ? nil : "nothing to undo"
    case .redo: state.history.canRedo ? nil : "nothing to redo"
    case .change(let experiment): experiment.fault
    case .reseed, .cycleNotation: nil
    }
  }

  func changesNothing(in state: AppState) -> Bool {
    if case .change(let experiment) = self { experiment == state.experiment } else { false }
  }

  // The numbers of an experiment are checked where a laboratory is built of it.
  var withinBounds: ExperimentAction { self }
}

extension Experiment {
  /// Why it cannot be shown; nil where it can.
  fileprivate var fault: String? {
    do throws(ExperimentError) {
      try validate()
      return nil
    } catch {
      return error.description
    }
  }
}
