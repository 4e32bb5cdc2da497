import Diffusion

extension SampleCommand {
  /// Draws samples by denoising.
  func sampleDiffusion(in whole: Laboratory, on console: Console) throws {
    let chosen = try model.denoiser(for: whole, console: console)
    let laboratory = chosen.laboratory(whole)
    let denoiser = laboratory.guided(
      chosen.denoiser(in: laboratory),
      with: try guidance.helpers(of: chosen.network, for: laboratory, console: console))
    let start = try noiseStart(in: laboratory, on: console)
    let noise = try noise.map { path throws(InputError) in
      try NoiseFile.read(path, points: start.points.count)
    }
    let run = SamplingRun(of: denoiser, in: laboratory, labels: start.labels, noise: noise)
    try console.notingTolerance(of: laboratory) {
      try output(run, from: start.points, on: console)
    }
    console.noteNoiseEnd(of: laboratory)
  }

  /// The start of a run from the standard normal; labels of a file are carried along.
  func noiseStart(in laboratory: Laboratory, on console: Console) throws -> PointFile {
    let form = try form.form
    var start =
      try initial.map { path throws(InputError) in try console.points(path, as: form) }
      ?? noise(in: laboratory)
    _ = try start.labelIndices(
      in: laboratory.mixture, file: TextFile.name(of: initial ?? ""))
    start.points = ReverseProcess.start(
      from: start.points, schedule: laboratory.schedule, grid: laboratory.grid, scale: startScale)
    return start
  }

  private func noise(in laboratory: Laboratory) -> PointFile {
    var stream = laboratory.experiment.randomness.stream(.start)
    let count = count.count ?? laboratory.experiment.particles
    return PointFile(points: stream.normalPoints(count), labels: nil)
  }
}
