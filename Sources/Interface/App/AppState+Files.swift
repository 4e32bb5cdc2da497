import Diffusion

extension AppState {
  mutating func updateFiles(_ action: Action) -> [Effect] {
    switch action {
    case .saveWeights:
      guard let weights = training.weights else {
        say("there is no training to save yet")
        return []
      }
      return [.saveWeights(weights, name: experiment.fileName)]
    case .savePreset:
      return [.savePreset(experiment)]
    case .requestQuit:
      // Asked twice, the answer is clear.
      if overlay == .confirmQuit || !training.hasUnsavedSteps { return [.quit] }
      overlay = .confirmQuit
      return []
    case .quit:
      return [.quit]
    case .saveAndQuit:
      overlay = nil
      guard let weights = training.weights else { return [.quit] }
      quitsWhenSaved = true
      training.activity = .paused
      return [.pauseTraining, .saveWeights(weights, name: experiment.fileName)]
    case .suspend:
      return [.suspend]
    case .repaint:
      return [.repaint]
    default:
      return []
    }
  }

  mutating func take(_ file: SavedFile) -> [Effect] {
    switch file {
    case .weights(let path, let steps):
      training.savedSteps = max(training.savedSteps, steps)
      say("weights of step \(Text.count(steps)) are in \(path)")
      if quitsWhenSaved { return [.quit] }
    case .preset(let path):
      say("the experiment is in \(path)")
    }
    return []
  }
}

extension AppState {
  /// Something asked of the world went wrong: nothing is lost, and nobody is sent away.
  mutating func take(failure message: String) {
    quitsWhenSaved = false
    warn(message)
  }
}

extension Experiment {
  /// The title as the name of a file: lower case, digits and dashes.
  public var fileName: String {
    let words = title.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "experiment" : words.joined(separator: "-")
  }
}
