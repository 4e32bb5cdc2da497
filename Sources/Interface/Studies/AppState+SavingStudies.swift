import Diffusion

/// The forms in which a study leaves the screen.
public enum StudyFormat: String, Sendable, CaseIterable {
  case csv
  case svg

  var title: String { self == .csv ? "the numbers as a table" : "the curves as a drawing" }
}

/// A study whose numbers can be kept.
protocol KeptStudy: Study {
  /// Its numbers; without rows while nothing is known.
  var table: StudyTable { get }
  /// Its curves, as they are drawn in a paper.
  var figure: StudyFigure { get }
}

extension QualityChart: KeptStudy {
  var table: StudyTable { StudyTable(self) }
  var figure: StudyFigure { StudyFigure(self) }
}

extension ErrorBudget: KeptStudy {
  var table: StudyTable { StudyTable(self) }
  var figure: StudyFigure { StudyFigure(self) }
}

extension WeightCurve: KeptStudy {
  var table: StudyTable { StudyTable(self) }
  var figure: StudyFigure { StudyFigure(self) }
}

extension KeptStudy {
  /// What is known, in a form; nil while that is nothing.
  fileprivate func text(as format: StudyFormat) -> String? {
    switch format {
    case .csv: table.rows.isEmpty ? nil : table.csv
    case .svg: figure.series.allSatisfy(\.places.isEmpty) ? nil : StudySVG(figure).text
    }
  }
}

extension AppState {
  /// Writes what is known of a study into a file, under a name that is not taken.
  mutating func save(_ kind: StudyKind, as format: StudyFormat) -> [Effect] {
    guard let saved = kind.saved else { return [] }
    let text = (studies[kind] as? any KeptStudy)?.text(as: format)
    guard let text else {
      say("nothing is known of \(kind.name) yet; \(saved.key) begins it")
      return []
    }
    return [
      .saveText(
        text, name: "\(experiment.fileName)-\(saved.word)", ending: format.rawValue,
        noun: "\(kind.name) is")
    ]
  }
}
