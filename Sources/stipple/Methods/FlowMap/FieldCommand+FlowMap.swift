import Diffusion

extension FieldCommand {
  /// Prints where points of one time are at another.
  func printJumps(
    by learned: LearnedFlowMap?, from start: Double, to end: Double, in laboratory: Laboratory,
    on console: Console
  ) throws {
    guard let process = laboratory.flowMap else { throw WorkError("there is no map") }
    let map: any FlowMap = learned ?? process.exact
    let points = try console.points(points, as: form.form).points
    let schedule = laboratory.schedule
    var table = CSVTable(columns: ["x", "y", "to_x", "to_y"])
    try console.notingTolerance(of: laboratory) {
      let ends = map.points(
        laboratory.frame.standardized(points), from: schedule.stop(at: start),
        to: schedule.stop(at: end))
      for (point, end) in zip(points, laboratory.frame.restored(try laboratory.checked(ends))) {
        table.append(numbers: [point.x, point.y, end.x, end.y][...])
      }
    }
    try console.output(table.text)
  }

  /// Prints density, score and velocity at a level; of a network those of its jumps of no length.
  func printFieldOfJumps(
    by learned: LearnedFlowMap?, in laboratory: Laboratory, on console: Console
  ) throws {
    let place = try level.place(on: laboratory.schedule)
    let points = try console.points(points, as: form.form).points
    if place.level.isClean && learned != nil {
      throw InputError("a network has no score where no noise is left; name a noisier level")
    }
    let model: any Denoiser = learned.map(FlowMapDenoiser.init) ?? laboratory.exactDenoiser
    let field = GuidedField(
      whole: laboratory.mixture, shown: laboratory.target, frame: laboratory.frame, place: place,
      model: model)
    try console.output(notation.inUse.renamed(field.table(at: points).text))
  }
}

extension Schedule {
  /// The level at a time, clean at 0.
  fileprivate func stop(at time: Double) -> NoiseLevel { time == 0 ? .clean : level(atTime: time) }
}
