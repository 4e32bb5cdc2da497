import Diffusion

/// What is known exactly of a transport at a time.
struct TransportField {
  let transport: Transport
  /// The labels whose pairs are looked at; nil for all.
  let labels: [Int]?
  let time: Double

  /// The field at points, with a column for everything.
  func table(at points: [Point]) -> CSVTable {
    let whole = transport.marginal(at: time)
    let shown = labels.map { transport.marginal(at: time, ofLabels: $0) } ?? whole
    let level = transport.path.level(at: time)
    let (clean, noise) = (shown.clean(at: points), shown.noise(at: points))
    var table = CSVTable(columns: columns)
    for (i, point) in points.enumerated() {
      let v = Estimate(clean: clean[i], noise: noise[i]).v(at: level)
      let vectors = [shown.score(at: point), noise[i], clean[i], v, shown.velocity(at: point)]
      let numbers = [point.x, point.y, shown.logDensity(at: point)]
      let coordinates = vectors.flatMap { [$0.x, $0.y] }
      table.append(numbers: (numbers + coordinates + whole.labelPosterior(at: point))[...])
    }
    return table
  }

  private var columns: [String] {
    let vectors = ["score", "noise", "clean", "v", "velocity"]
    return ["x", "y", "log_density"] + vectors.flatMap { ["\($0)_x", "\($0)_y"] }
      + transport.labels.map { CSVTable.field("p_\($0)") }
  }
}
