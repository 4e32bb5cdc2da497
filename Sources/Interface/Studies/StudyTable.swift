import Diffusion

/// The numbers of a study as a table, for spreadsheets and scripts.
struct StudyTable: Sendable {
  /// The names of the columns and the rows under them, as text.
  let header: [String]
  let rows: [[String]]

  var csv: String {
    ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  init(_ chart: QualityChart) {
    header = [
      "sampler", "steps", "model_calls", "n", "seeds", "first_seed", "sliced_w2",
      "sliced_w2_deviation", "floor", "floor_deviation", "labels_kept",
    ]
    rows = chart.results.map { result -> [String] in
      var row = [chart.samplers[result.sampler].id, "\(result.steps)", "\(result.calls)"]
      row += ["\(chart.count)", "\(result.distances.count)", "\(chart.firstSeed)"]
      row += Self.cells(result.distances)
      row += Self.cells(chart.floors)
      row.append(result.kept.map { "\($0)" } ?? "")
      return row
    }
  }

  init(_ budget: ErrorBudget) {
    header = [
      "part", "sampler", "steps", "n", "seeds", "first_seed", "sliced_w2", "sliced_w2_deviation",
      "within_noise",
    ]
    rows = ErrorBudget.Part.allCases.compactMap { part -> [String]? in
      guard let spread = budget.spread(of: part) else { return nil }
      var row = [part.rawValue, budget.judged.sampler.id, "\(budget.judged.steps)"]
      row += ["\(budget.count)", "\(spread.count)", "\(budget.first)"]
      row += Self.cells(spread)
      row.append(spread.isNoise.map { "\($0)" } ?? "")
      return row
    }
  }

  init(_ curve: WeightCurve) {
    header = [
      "weight", "n", "seeds", "first_seed", "frechet_squared", "frechet_squared_deviation",
      "label_accuracy", "label_accuracy_deviation", "spread_ratio", "spread_ratio_deviation",
      "frechet_floor",
    ]
    rows = curve.results.map { result -> [String] in
      var row = ["\(result.weight)", "\(curve.count)"]
      row += ["\(result.all.count)", "\(curve.firstSeed)"]
      for spread in [result.frechet, result.accuracy, result.spread] { row += Self.cells(spread) }
      row.append("\(result.figures.frechetFloor)")
      return row
    }
  }

  /// The mean and the deviation; nothing where there is none.
  private static func cells(_ spread: Spread) -> [String] {
    [spread.count > 0 ? "\(spread.mean)" : "", spread.deviation.map { "\($0)" } ?? ""]
  }
}
