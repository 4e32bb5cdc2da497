import Diffusion

extension FieldCommand {
  /// Prints how real points look to the discriminator: its logit, and D, which is its logistic
  /// function. The best one against the exact generator has a logit of 0 everywhere.
  func printLogits(in laboratory: Laboratory, on console: Console) throws {
    if level.t != nil || level.sigma != nil || level.time.map({ $0 != 0 }) ?? false {
      throw InputError(
        "gan has no levels of noise, and its discriminator judges data: leave out --t and --sigma,"
          + " or say --time 0")
    }
    let networks = try laboratory.networks(of: model, on: console)
    let points = try console.points(points, as: form.form).points
    let logits = networks?.logits(at: points) ?? points.map { _ in 0 }
    let verdicts = networks?.verdicts(at: points) ?? points.map { _ in 0.5 }
    var table = CSVTable(columns: ["x", "y", "logit", "real"])
    for (index, point) in points.enumerated() {
      table.append(numbers: [point.x, point.y, logits[index], verdicts[index]][...])
    }
    try console.output(table.text)
  }
}
