import Diffusion

extension FieldCommand {
  /// Prints the density of the data at points and the shares below them. The density and the shares
  /// are the map's; the score is the exact one.
  func printInverseCDF(
    of map: any QuantileMap, in laboratory: Laboratory, on console: Console
  ) throws {
    let points = try console.points(points, as: form.form).points
    let clean = laboratory.mixture.diffused(to: .clean)
    let labels = laboratory.mixture.labels.map { CSVTable.field("p_\($0)") }
    var table = CSVTable(
      columns: ["x", "y", "log_density", "score_x", "score_y", "u", "v"] + labels)
    let densities = map.logDensities(at: points)
    for (index, shares) in map.shares(at: points).enumerated() {
      let (point, score) = (points[index], clean.score(at: points[index]))
      let numbers = [point.x, point.y, densities[index], score.x, score.y, shares.x, shares.y]
      table.append(numbers: (numbers + clean.labelPosterior(at: point))[...])
    }
    try console.output(table.text)
  }
}
