import Diffusion

extension EvaluationReport {
  /// The figures for people: five digits, aligned, floors beside; definitions where asked for.
  func text(width: Int, isLong: Bool) -> String {
    let rows = figures.map { figure in
      [
        figure.name, ReadableTable.number(figure.value),
        figure.deviation.map { "+- \(ReadableTable.number($0, digits: 2))" } ?? "",
        figure.floor.map { ReadableTable.number($0) } ?? "",
        figure.ideal.map { ReadableTable.number($0) } ?? "",
      ]
    }
    let table = ReadableTable(
      header: ["metric", "value", "deviation", "floor", "ideal"], rows: rows, fixed: 5)
    return "\(title(withRun: true))\n\n" + table.text(width: width)
      + (isLong ? "\n" + definitions(width: width) : "\nhow they are defined: --long\n")
  }

  /// What was evaluated, in one line.
  ///
  /// - Parameters:
  ///   - withRun: whether to say how samples were drawn too.
  ///   - withSeeds: whether to say of which seeds the figures are.
  func title(withRun: Bool, withSeeds: Bool = true) -> String {
    var parts: [String] = []
    let keys = withRun ? ["model", "schedule", "sampler", "samples"] : ["model", "samples"]
    for key in keys {
      if case .text(let word) = settings[key] { parts.append(word) }
    }
    if withRun, case .whole(let steps) = settings["steps"] {
      parts.append(steps == 1 ? "1 step" : "\(steps) steps")
    }
    if case .whole(let count) = settings["n"] { parts.append("n = \(count)") }
    if withSeeds { parts.append(seeds == 1 ? "seed \(seed)" : "\(seeds) seeds from \(seed)") }
    if withRun, networkCalls > 0 {
      parts.append("\(networkCalls) network calls for each sample")
    }
    guard case .text(let data) = settings["data"] else { return parts.joined(separator: ", ") }
    return "\(data): \(parts.joined(separator: ", "))"
  }

  /// How every measure is defined, each once.
  func definitions(width: Int) -> String {
    figures.map { figure in
      ReadableTable.wrapped("\(figure.name): \(figure.definition)", width: width)
    }.joined()
  }
}
