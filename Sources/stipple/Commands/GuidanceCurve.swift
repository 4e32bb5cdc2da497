/// What several weights of guidance do to samples, as one table.
struct GuidanceCurve {
  let points: [(weight: Double, report: EvaluationReport)]

  /// The reports, each with its weight, in a list.
  var json: [String: JSONValue] {
    ["curve": .list(points.map { .group($0.report.json) })]
  }

  /// The figures of all weights, each row complete by itself.
  var csv: String {
    let rows = points.flatMap { weight, report in
      report.rows.map { "\(CSVTable.text(of: weight)),\($0)" }
    }
    return (["guidance,\(EvaluationReport.header)"] + rows).map { $0 + "\n" }.joined()
  }
}
