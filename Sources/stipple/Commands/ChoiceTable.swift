import Diffusion

/// The figures of several evaluations side by side, a column for each.
struct ChoiceTable {
  struct Column {
    let title: String
    /// Nil where the work failed.
    let report: EvaluationReport?
  }

  var columns: [Column]

  /// The reports, each under its title, in a list.
  var json: [String: JSONValue] {
    [
      "choices": .list(
        columns.map { column in
          var json = column.report?.json ?? [:]
          json["choice"] = .text(column.title)
          return .group(json)
        })
    ]
  }

  /// The names of all figures in their order, each once.
  private var names: [String] {
    columns.flatMap { $0.report?.figures.map(\.name) ?? [] }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A row for every figure: its value in each column, then the deviations and the floors, the
  /// ideal and the definition.
  var csv: String {
    let titles = columns.map(\.title)
    let header =
      ["metric"] + titles + titles.map { "\($0) deviation" } + titles.map { "\($0) floor" }
      + ["ideal", "n", "seed", "seeds", "definition"]
    let rows = names.map { name in
      let figures = figures(named: name)
      let known = figures.compactMap(\.self).first
      let numbers =
        figures.map(\.?.value) + figures.map { $0?.deviation } + figures.map { $0?.floor }
        + [known?.ideal]
      return [name] + numbers.map { $0.map(CSVTable.text) ?? "" }
        + [known.map { "\($0.count)" } ?? ""] + seedFields + [known?.definition ?? ""]
    }
    let calls = ["network_calls"] + columns.map { $0.report.map { "\($0.networkCalls)" } ?? "" }
    let filled = calls + [String](repeating: "", count: header.count - calls.count)
    return ([header] + rows + [filled]).map { row in
      row.map(CSVTable.field).joined(separator: ",") + "\n"
    }.joined()
  }

  /// The first seed and how many there are, where all columns have the same; else the titles tell.
  private var seedFields: [String] {
    guard let report = sharedSeeds else { return ["", ""] }
    return ["\(report.seed)", "\(report.seeds)"]
  }

  /// A report that has the seeds of all; nil where they differ.
  private var sharedSeeds: EvaluationReport? {
    let reports = columns.compactMap(\.report)
    return reports.first.flatMap { first in
      reports.allSatisfy { $0.seed == first.seed && $0.seeds == first.seeds } ? first : nil
    }
  }

  private func figures(named name: String) -> [QualityFigure?] {
    columns.map { column in column.report?.figures.first { $0.name == name } }
  }

  /// The table for people: five digits, aligned, the floor beside.
  func text(width: Int, isLong: Bool) -> String {
    let reports = columns.compactMap(\.report)
    let rows = names.map { name in
      let figures = figures(named: name)
      let floors = figures.compactMap { $0?.floor }
      let isShared = floors.allSatisfy { $0 == floors.first }
      let cells = figures.map { figure in
        figure.map { figure in
          ReadableTable.number(figure.value)
            + (figure.deviation.map { " +- \(ReadableTable.number($0, digits: 2))" } ?? "")
            + (isShared
              ? "" : figure.floor.map { " (\(ReadableTable.number($0, digits: 3)))" } ?? "")
        } ?? "-"
      }
      let ideal = figures.compactMap { $0?.ideal }.first
      return [name, isShared ? floors.first.map { ReadableTable.number($0) } ?? "" : "in brackets"]
        + [ideal.map { ReadableTable.number($0) } ?? ""] + cells
    }
    let calls =
      ["network_calls", "", ""] + columns.map { $0.report.map { "\($0.networkCalls)" } ?? "-" }
    let table = ReadableTable(
      header: ["metric", "floor", "ideal"] + columns.map(\.title), rows: rows + [calls], fixed: 3)
    let title =
      reports.first.map { "\($0.title(withRun: false, withSeeds: sharedSeeds != nil))\n\n" } ?? ""
    return title + table.text(width: width)
      + (isLong ? reports.first.map { "\n" + $0.definitions(width: width) } ?? "" : "")
  }
}
