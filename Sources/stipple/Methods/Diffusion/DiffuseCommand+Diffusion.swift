import Diffusion

extension DiffuseCommand {
  /// Prints data with noise added.
  func printNoised(in laboratory: Laboratory, on console: Console) throws {
    let level = try LevelOptions.level(t, of: laboratory.schedule)
    let given = try givenNoise(on: console)
    let data = try data(in: laboratory, count: given?.count, on: console)
    try check(given, against: data)
    let noisy = laboratory.jump(of: data.points, noise: given, to: level, index: t)
    try console.output(
      PointFile(points: laboratory.frame.restored(noisy), labels: data.labels).csv)
  }
}

extension Laboratory {
  /// Points straight at a level, with the noise given, else with that of the screen's own jump.
  fileprivate func jump(
    of clean: [Point], noise: [Point]?, to level: NoiseLevel, index: Int
  ) -> [Point] {
    if let noise { return ForwardProcess.kernel(clean: clean, noise: noise, level: level) }
    return ForwardProcess.jump.advance(
      clean, clean: clean, index: index, schedule: schedule, randomness: experiment.randomness)
  }
}
