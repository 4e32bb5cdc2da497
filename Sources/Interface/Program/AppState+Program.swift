import Diffusion
import TextScreen

extension AppState {
  mutating func updateProgram(_ action: ProgramAction) -> [Effect] {
    switch action {
    case .requestQuit:
      // Asked twice, the answer is clear.
      if overlay == .confirmQuit || unsavedTrainings.isEmpty { return [.quit] }
      overlay = .confirmQuit
      return []
    case .quit:
      return [.quit]
    case .saveAndQuit:
      overlay = nil
      let saves = unsavedTrainings.compactMap { unsaved in
        unsaved.weights.map { Effect.saveWeights($0, name: unsaved.name) }
      }
      if saves.isEmpty { return [.quit] }
      catalogue.savesBeforeQuitting = saves.count
      if training.activity == .running { training.activity = .paused }
      return [.pauseTraining] + saves
    case .suspend:
      return [.suspend]
    case .repaint:
      return [.repaint]
    case .resized(let size):
      self.size = size
      return []
    case .usualTheme(let theme):
      usualTheme = theme
      return []
    case .hint(let text):
      say(text)
      return []
    case .failed(let message):
      take(failure: message)
      return []
    case .kept(let failure):
      // A disk that is full is told once, and not every few seconds.
      if let failure, failure != catalogue.keepingFailure {
        warn("the session cannot be kept: \(failure)")
      }
      catalogue.keepingFailure = failure
      return []
    }
  }

  mutating func take(_ file: SavedFile) -> [Effect] {
    switch file {
    case .weights(let path, let name, let steps):
      say("weights of step \(Text.count(steps)) are in \(path)")
      if catalogue.savesBeforeQuitting > 0 {
        catalogue.savesBeforeQuitting -= 1
        return catalogue.savesBeforeQuitting == 0 ? [.quit] : []
      }
      if name == training.name && steps == training.weights?.steps { training.savedSteps = steps }
    case .preset(let path, let experiment):
      catalogue.presets.removeAll { $0.name == path }
      catalogue.presets.insert(
        PresetEntry(name: path, summary: "saved here just now", content: .success(experiment)),
        at: 0)
      say("the experiment is in \(path)")
    case .other(let thing, let path):
      say("\(thing) in \(path)")
    }
    return []
  }
}

extension AppState {
  /// Something asked of the world went wrong: nothing is lost, and nobody is sent away.
  mutating func take(failure message: String) {
    catalogue.savesBeforeQuitting = 0
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
