import Diffusion

extension SampleCommand {
  /// Decodes latents, drawn or given: to the means of points in the first step, to points in the
  /// other.
  func sampleLatents(in laboratory: Laboratory, on console: Console) throws {
    try refuseSteps(because: VAECommands.hasNoSteps)
    guard startScale == nil, noise == nil else {
      throw InputError(
        "--\(noise == nil ? "start-scale" : "noise"): vae starts from latents and adds no noise on"
          + " the way; leave it out")
    }
    guard let process = laboratory.vae else { throw WorkError("there is no decoder") }
    let map: any LatentMap = try laboratory.autoEncoder(of: model, on: console) ?? process.exact
    let start = try latents(process, in: laboratory, on: console)
    let generation = process.generation(by: map, from: start.points, in: laboratory)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try output(run, from: generation.start, on: console)
  }

  /// The latents of `--initial`, or drawn by the seed; of one number it is the first column.
  private func latents(
    _ process: VAEProcess, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> PointFile {
    guard let initial else {
      let count = count.count ?? laboratory.experiment.particles
      return PointFile(points: process.start(count: count, in: laboratory), labels: nil)
    }
    return try console.points(initial, as: form.form)
  }
}
