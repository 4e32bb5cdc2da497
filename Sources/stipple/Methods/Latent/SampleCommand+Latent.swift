import Diffusion

extension SampleCommand {
  /// Makes pictures under the prompt.
  func samplePictures(in laboratory: Laboratory, on console: Console) throws {
    let given = [
      ("--initial", initial != nil), ("--noise", noise != nil),
      ("--start-scale", startScale != nil), ("--trajectory", trajectory),
      ("--json-line", line.jsonLine), ("--output", output.output != nil),
    ]
    if let flag = given.first(where: \.1)?.0 {
      throw InputError("\(flag) is of points, and latent makes pictures; leave it out")
    }
    guard let process = laboratory.latent else { throw WorkError("there are no pictures") }
    let parts = try model.parts(
      for: process.settings.makers, in: laboratory, on: console, what: "a prompt")
    let quality = LatentQuality(of: parts, by: process, in: laboratory)
    let small = try quality.pictures(
      [process.prompt], count: count.count ?? Self.usualPictures)
    let shape = process.settings.pictures.shape
    let sheet =
      process.settings.cascade == nil
      ? PictureSheet(pictures: small, shape: shape)
      : PictureSheet(pictures: try quality.enlarged(small), shape: shape.larger)
    switch tiles.format ?? .csv {
    case .csv: try console.output(sheet.csv(label: process.settings.prompt))
    case .svg: try console.output(sheet.svg)
    case .ansi: try console.output(sheet.ansi)
    }
  }

  /// How many pictures are made unless somebody says.
  private static let usualPictures = 20
}

extension ModelOption {
  /// The parts of the files of `--model`, named with commas between; without it they are trained.
  func parts(
    for needed: [LatentPart], in laboratory: Laboratory, on console: Console, what: String
  ) throws -> LatentParts {
    guard let settings = laboratory.latent?.settings else { throw WorkError("there are no parts") }
    let files = LatentPartFiles(settings: settings, console: console)
    if model != Self.exact {
      let parts = try files.read(model)
      try files.check(parts, have: needed, file: model, for: what)
      return parts
    }
    console.note(
      "stipple: \(needed.map(\.id).joined(separator: ", ")) are trained now; 'stipple train' writes"
        + " them to a file for --model")
    return try files.trained(needed, knowing: LatentParts(), in: laboratory).weights?.parts
      ?? LatentParts()
  }
}

extension EvaluateCommand {
  /// Judges pictures made under the prompt, or without `--prompt` under all.
  func judgePictures(in laboratory: Laboratory, on console: Console) throws -> EvaluationRun.Result
  {
    if samples != nil { throw InputError("--samples is of points, and latent makes pictures") }
    if metrics != nil {
      throw InputError("--metrics: the figures of pictures are always all worked out; leave it out")
    }
    if guidanceWeights != nil {
      throw InputError("--guidance-weights: latent is guided by prompt_weight; --set changes it")
    }
    guard let process = laboratory.latent else { throw WorkError("there are no pictures") }
    let parts = try model.parts(
      for: process.settings.parts, in: laboratory, on: console, what: "an evaluation")
    let quality = LatentQuality(of: parts, by: process, in: laboratory)
    let count = count.count ?? laboratory.experiment.particles
    let figures =
      prompt.prompt == nil
      ? try quality.figures(count: count) : try quality.figures(of: process.prompt, count: count)
    return EvaluationRun.Result(figures: figures, networkCalls: laboratory.grid.steps, count: count)
  }
}
