import Diffusion

extension SampleCommand {
  /// Draws samples by jumps from each level of the grid to the next.
  func sampleByJumps(in laboratory: Laboratory, on console: Console) throws {
    if noise != nil { throw InputError("--noise: a jump adds no noise; leave it out") }
    guard let process = laboratory.flowMap else { throw WorkError("there is no map") }
    let learned = try laboratory.map(ofJumps: model, on: console)
    let start = try noiseStart(in: laboratory, on: console)
    let generation = process.generation(
      by: learned ?? process.exact, from: start.points, in: laboratory)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try console.notingTolerance(of: laboratory) {
      try output(run, from: generation.start, on: console)
    }
    console.noteNoiseEnd(of: laboratory)
  }
}
