import Diffusion

/// The forms in which a study leaves the screen.
public enum StudyFormat: String, Sendable, CaseIterable {
  case csv
  case svg

  var title: String { self == .csv ? "the numbers as a table" : "the curves as a drawing" }
}

extension Study.Kind {
  /// The studies that have numbers to keep, and what they are called in commands, and the keys that
  /// begin them.
  static let saved: [(kind: Study.Kind, word: String, key: String)] = [
    (.chart, "chart", "Q"), (.budget, "budget", "B"), (.weights, "curve", "Y"),
  ]
}

extension AppState {
  /// Writes what is known of a study into a file, under a name that is not taken.
  mutating func save(_ kind: Study.Kind, as format: StudyFormat) -> [Effect] {
    guard let known = Study.Kind.saved.first(where: { $0.kind == kind }) else { return [] }
    let text = studies[kind].flatMap { study -> String? in
      switch format {
      case .csv: StudyTable(study)?.csv
      case .svg: StudyFigure(study).map { StudySVG($0).text }
      }
    }
    guard let text else {
      say("nothing is known of \(kind.name) yet; \(known.key) begins it")
      return []
    }
    return [
      .saveText(
        text, name: "\(experiment.fileName)-\(known.word)", ending: format.rawValue,
        noun: "\(kind.name) is")
    ]
  }
}
