import Foundation

/// The results of a grid as one table: a column for every key that varies, then the figures.
struct SweepTable {
  let grid: SweepGrid
  let results: SweepResults

  /// The runs that have no result.
  var missing: [SweepRun] { grid.runs.filter { results.byWords[$0.words] == nil } }

  /// The runs with what they found, in the order of the grid.
  private var found: [(run: SweepRun, figures: [Figures])] {
    grid.runs.compactMap { run in
      results.byWords[run.words].map { (run, Self.rows(of: $0, by: run.command)) }
    }
  }

  /// The names of the figures in the order in which they are first met.
  var names: [String] {
    var seen: Set<String> = []
    return found.flatMap { $0.figures.flatMap { $0.map(\.name) } }.filter {
      seen.insert($0).inserted
    }
  }

  var csv: String {
    let names = names
    let header = grid.axes.map(\.key) + names
    var text = header.map(CSVTable.field).joined(separator: ",") + "\n"
    for (run, rows) in found {
      for row in rows {
        let values = Dictionary(row.map { ($0.name, $0.text) }) { $1 }
        let fields = run.values.map(Self.plain) + names.map { values[$0] ?? "" }
        text += fields.map(CSVTable.field).joined(separator: ",") + "\n"
      }
    }
    return text
  }

  /// A number of every run that has it, by the run.
  func numbers(called name: String) -> [(run: SweepRun, value: Double)] {
    found.compactMap { run, rows in
      let text = rows.first?.first { $0.name == name }?.text
      return text.flatMap(Double.init).map { (run, $0) }
    }
  }

  /// A value without the quotes that only YAML needs.
  static func plain(_ value: String) -> String {
    let isQuoted = value.count > 1 && value.hasPrefix("\"") && value.hasSuffix("\"")
    return isQuoted ? String(value.dropFirst().dropLast()) : value
  }
}

extension SweepTable {
  typealias Figures = [(name: String, text: String)]

  /// The rows of a result. What a clock has measured is left out: the same grid gives the same
  /// table.
  private static func rows(
    of result: JSONValue, by command: SweepRun.Command
  ) -> [Figures] {
    switch command {
    case .evaluate:
      return [(result["figures"]?.items ?? []).flatMap(columns)]
    case .train:
      let keys = ["file", "iterations", "loss"]
      return [keys.compactMap { key in result[key].map { (key, text(of: $0)) } }]
    case .sample:
      let labels = result["labels"]?.items
      return (result["points"]?.items ?? []).enumerated().map { index, point in
        zip(["x", "y"], point.items ?? []).map { ($0, text(of: $1)) }
          + (labels.map { [("label", index < $0.count ? text(of: $0[index]) : "")] } ?? [])
      }
    }
  }

  private static func columns(of figure: JSONValue) -> Figures {
    guard let name = figure["metric"]?.text else { return [] }
    let besides = ["deviation", "floor", "ideal"].compactMap { key in
      figure[key].map { ("\(name)_\(key)", text(of: $0)) }
    }
    return (figure["value"].map { [(name, text(of: $0))] } ?? []) + besides
  }

  /// A number with all its digits, a text as it is.
  private static func text(of value: JSONValue) -> String {
    switch value {
    case .text(let text): text
    case .whole(let number): "\(number)"
    case .seed(let number): "\(number)"
    case .number(let number): CSVTable.text(of: number)
    case .truth(let truth): "\(truth)"
    case .null, .list, .group: ""
    }
  }
}
