import Diffusion

/// Grades as a table or as Gradescope reads them.
struct GradeTable {
  let grades: [SheetGrade]

  private static let columns = "file,assignment,figure,value,threshold,points,verdict,reason"

  var csv: String {
    let rows = grades.flatMap(\.rows).map { row in
      let numbers = [row.value, row.threshold].map { $0.map(CSVTable.text) ?? "" }
      let fields =
        [row.file, row.assignment, row.figure] + numbers
        + [Self.points(row.points), row.verdict.rawValue, row.reason]
      return fields.map(CSVTable.field).joined(separator: ",") + "\n"
    }
    return Self.columns + "\n" + rows.joined()
  }

  /// Points without a fraction that is none.
  private static func points(_ points: Double) -> String {
    points == points.rounded() ? "\(Int(points))" : CSVTable.text(of: points)
  }

  /// The `results.json` of Gradescope's autograder: a test for every figure, and the figures for its
  /// leader board.
  var gradescope: JSONValue {
    let rows = grades.flatMap(\.rows)
    let tests = rows.map { row -> JSONValue in
      let name = [row.file, row.assignment, row.figure].filter { !$0.isEmpty }
      var output = "\(row.verdict.rawValue)"
      if let value = row.value { output += ": \(value)" }
      if let threshold = row.threshold { output += ", threshold \(threshold)" }
      if !row.reason.isEmpty { output += "; \(row.reason)" }
      return .group([
        "name": .text(name.joined(separator: " ")), "score": .number(row.points),
        "max_score": .whole(row.most), "output": .text(output),
        "status": .text(row.points > 0 ? "passed" : "failed"),
      ])
    }
    let board = rows.filter { [.full, .part, .below].contains($0.verdict) }
      .compactMap { row -> JSONValue? in
        guard let value = row.value, value.isFinite else { return nil }
        return .group([
          "name": .text("\(row.assignment) \(row.figure)"), "value": .number(value),
          "order": .text(row.isLowerBetter == false ? "desc" : "asc"),
        ])
      }
    return .group([
      "score": .number(rows.reduce(0) { $0 + $1.points }), "tests": .list(tests),
      "leaderboard": .list(board),
    ])
  }
}
