import Diffusion

/// The commands of a method that makes every sample of a start at once: it has no steps, no noise on
/// the way and no levels.
protocol AtOnceCommands: ModelCommands where Process: AtOnceProcess {
  /// What becomes a point at once, as in `makes a point of each latent`.
  var making: String { get }
  /// What runs set out from: latents.
  var starts: String { get }
  /// What 'stipple field' tells here.
  var fieldWords: String { get }

  /// Throws where points of a file cannot be a start.
  func check(start: PointFile, ofFile path: String) throws(InputError)

  /// Prints the field that the method has of its data.
  func printField(
    _ command: FieldCommand, in laboratory: Laboratory, on console: Console
  ) throws
}

extension AtOnceCommands {
  func check(start: PointFile, ofFile path: String) throws(InputError) {}

  func checkFlags(_ command: some DrawingCommand) throws(InputError) {
    try command.refuseSteps(because: "\(method.id) \(making) at once, without steps")
  }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try checkFlags(command)
    guard command.startScale == nil, command.noise == nil else {
      throw InputError(
        "--\(command.noise == nil ? "start-scale" : "noise"): \(method.id) starts from \(starts) and"
          + " adds no noise on the way; leave it out")
    }
    let start = try start(for: command, in: laboratory, on: console)
    try output(command, from: start, in: laboratory, on: console)
  }

  /// The start of `--initial`, or drawn by the seed.
  private func start(
    for command: SampleCommand, in laboratory: Laboratory, on console: Console
  ) throws -> PointFile {
    guard let initial = command.initial else {
      let count = command.count.count ?? laboratory.experiment.particles
      return PointFile(
        points: try process(in: laboratory).start(count: count, in: laboratory), labels: nil)
    }
    let file = try console.points(initial, as: command.form.form)
    try check(start: file, ofFile: initial)
    return file
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError(
      "nothing is noised by \(method.id): there are no levels between a sample and what it is made"
        + " of; 'stipple field' tells \(fieldWords)")
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    let level = command.level
    if level.t != nil || level.sigma != nil || level.time.map({ $0 != 0 }) ?? false {
      throw InputError(
        "\(method.id) has no levels of noise, and the field is that of the data: leave out --t and"
          + " --sigma, or say --time 0")
    }
    try printField(command, in: laboratory, on: console)
  }
}

/// The commands of a method that noises data as diffusion does, and goes back its own way.
protocol NoisingCommands: ModelCommands where Process: NoisingProcess {
  /// Why the noise of the steps cannot be given.
  var noiseRefusal: String { get }
}

extension NoisingCommands {
  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try checkFlags(command)
    if command.noise != nil { throw InputError("--noise: \(noiseRefusal); leave it out") }
    try output(
      command, from: try command.noiseStart(in: laboratory, on: console), in: laboratory,
      on: console)
    console.noteNoiseEnd(of: laboratory)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printNoised(in: laboratory, on: console)
  }
}
