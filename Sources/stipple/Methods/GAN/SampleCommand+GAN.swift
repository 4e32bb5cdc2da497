import Diffusion

extension SampleCommand {
  /// Makes points of latents, drawn or given, in one step.
  func sampleByGenerator(in laboratory: Laboratory, on console: Console) throws {
    try refuseSteps(because: GANCommands.hasNoSteps)
    guard startScale == nil, noise == nil else {
      throw InputError(
        "--\(noise == nil ? "start-scale" : "noise"): gan starts from latents and adds no noise on"
          + " the way; leave it out")
    }
    guard let process = laboratory.gan else { throw WorkError("there is no generator") }
    let generator: any LatentGenerator =
      try laboratory.networks(of: model, on: console) ?? process.exact
    let start = try generatorLatents(process, in: laboratory, on: console)
    let generation = process.generation(by: generator, from: start.points)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try output(run, from: generation.start, on: console)
  }

  /// The latents of `--initial`, or drawn by the seed.
  private func generatorLatents(
    _ process: GANProcess, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> PointFile {
    guard let initial else {
      let count = count.count ?? laboratory.experiment.particles
      return PointFile(points: process.start(count: count, in: laboratory), labels: nil)
    }
    return try console.points(initial, as: form.form)
  }
}
