import Diffusion

extension SampleCommand {
  /// Maps uniform numbers, drawn or given, to samples: the first coordinate in the first step, the
  /// other in the second.
  func sampleInverseCDF(in laboratory: Laboratory, on console: Console) throws {
    try refuseSteps(because: InverseCDFCommands.hasNoSteps)
    guard startScale == nil, noise == nil else {
      throw InputError(
        "--\(noise == nil ? "start-scale" : "noise"): inverse-cdf starts from uniform numbers and"
          + " adds no noise; leave it out")
    }
    guard let process = laboratory.inverseCDF else { throw WorkError("there is no map") }
    let map = try laboratory.map(of: model, on: console)
    let start = try uniformStart(process, in: laboratory, on: console)
    let generation = process.generation(by: map, from: start.points)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try output(run, from: generation.start, on: console)
  }

  /// The uniform numbers of `--initial`, or drawn by the seed.
  private func uniformStart(
    _ process: InverseCDFProcess, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> PointFile {
    guard let initial else {
      let count = count.count ?? laboratory.experiment.particles
      return PointFile(points: process.start(count: count, in: laboratory), labels: nil)
    }
    let file = try console.points(initial, as: form.form)
    let outside = file.points.firstIndex { point in
      !(point.x > 0 && point.x < 1 && point.y > 0 && point.y < 1)
    }
    if let row = outside {
      throw InputError(
        "uniform numbers lie between 0 and 1, and these are \(file.points[row].x),"
          + " \(file.points[row].y)", file: TextFile.name(of: initial), place: file.place(of: row))
    }
    return file
  }
}
