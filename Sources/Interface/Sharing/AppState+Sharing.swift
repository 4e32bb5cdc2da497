import Diffusion
import TextScreen

/// What leaves the screen for other people and programs.
extension AppState {
  mutating func updateSharing(_ action: SharingAction) -> [Effect] {
    switch action {
    case .savePicture(let format):
      return [.savePicture(format, name: experiment.fileName)]
    case .savePoints:
      return [
        .savePoints(
          stage.laboratory.frame.restored(frame.points), labels: pointLabels,
          name: "\(experiment.fileName)-points")
      ]
    case .shareLine:
      return [.shareLine(experiment, script: script)]
    case .load(let path):
      return [.load(path)]
    case .board(let path):
      return [.readBoard(path)]
    case .boardRead(let text, let title):
      overlay = .words(title: title, text, scroll: 0)
      return []
    case .describe:
      overlay = .words(title: "in words", ScreenDescription(self).text, scroll: 0)
      return []
    case .shared(let line):
      overlay = .words(title: "this screen in one line", line + lackOfLine, scroll: 0)
      let part = isComparing ? "of the side in hand: " : ""
      say("\(part)copied, where the terminal allows it; printed again when you leave")
      return []
    case .loaded(let distribution, let title):
      var changed = experiment
      changed.setDistribution(distribution)
      changed.title = title
      let before = experiment
      let effects = edit(changed)
      if experiment == changed {
        let fitting = experiment.consequence(since: before).map { "; \($0)" } ?? ""
        say("the data: \(distribution.title)\(fitting)")
      }
      return effects
    case .saveWeights:
      guard let weights = training.weights else {
        say("there is no training to save yet")
        return []
      }
      return [.saveWeights(weights, name: training.name)]
    case .savePreset:
      return [.savePreset(experiment)]
    case .saved(let file):
      return take(file)
    }
  }

  /// What a line cannot carry, and the way to have it there all the same.
  private var lackOfLine: String {
    var lacks: [String] = []
    if experiment.model.kind == .learned, training.steps > 0 {
      let way =
        training.unsavedSteps == 0
        ? "add --model and its file" : "save it with ctrl-s, then add --model and that file"
      lacks.append(
        "The network, trained \(Text.count(training.steps)) steps, is not in it: \(way).")
    }
    if isComparing { lacks.append("It opens the side in hand alone.") }
    return lacks.isEmpty ? "" : "\n\n" + lacks.joined(separator: "\n")
  }

  /// The class every particle belongs to, where it belongs to one.
  private var pointLabels: [String]? {
    let names = stage.laboratory.mixture.labels
    return stage.labels(playback.direction)?.map { names[$0] }
  }
}
