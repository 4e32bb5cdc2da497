import Diffusion

extension FieldCommand {
  /// Prints the density of the data at points, and the latents they may be of. Of a network the
  /// density is worked out by importance weights; the exact map's latents have no width.
  func printCodes(
    of model: VariationalAutoEncoder?, in laboratory: Laboratory, on console: Console
  ) throws {
    guard let process = laboratory.vae else { throw WorkError("there is no decoder") }
    let points = try console.points(points, as: form.form).points
    var stream = laboratory.experiment.randomness.stream(.reference, step: -2)
    let densities =
      model.map {
        EvidenceBound.logDensities(of: $0, at: points, draws: importance.draws, from: &stream)
      } ?? laboratory.mixture.diffused(to: .clean).logDensities(at: points)
    let codes =
      model.map { $0.codes(of: points).map { ($0.mean, $0.variance.squareRoot()) } }
      ?? process.exact.latents(of: points).map { ($0, Point.zero) }
    let numbers = 0..<process.settings.latents
    var table = CSVTable(
      columns: ["x", "y", "log_density"] + numbers.map { "z\($0 + 1)" }
        + numbers.map { "z\($0 + 1)_std" })
    for (index, point) in points.enumerated() {
      let (mean, deviation) = codes[index]
      let row = [point.x, point.y, densities[index]] + numbers.map { mean[$0] }
      table.append(numbers: (row + numbers.map { deviation[$0] })[...])
    }
    try console.output(table.text)
  }
}
