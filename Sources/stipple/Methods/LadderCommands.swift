import Diffusion

/// The commands of a method that comes back from noise along levels of its own.
protocol LadderCommands: NoisingCommands where Process: LadderProcess {
  /// What says how many steps there are, so that no flag does.
  var steps: String { get }

  /// What networks know of where noisy points come from, or why that is no field.
  func denoiser(of networks: Process.Learner.Networks) throws(InputError) -> any Denoiser
}

extension LadderCommands {
  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? Process.Trained, let process = laboratory.process as? Process,
      let refusal = process.refusal(of: own.networks)
    {
      throw InputError(refusal, file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func checkFlags(_ command: some DrawingCommand) throws(InputError) {
    try command.refuseSteps(because: steps, allowing: ["--schedule", "--timesteps"])
  }

  /// Prints density and score at a level, of networks those that they know as a denoiser.
  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    let networks = try weights(of: command.model, for: laboratory, on: console)?.networks
    let learned = try networks.map { networks throws(InputError) in try denoiser(of: networks) }
    let place = try command.level.place(on: laboratory.schedule)
    let points = try console.points(command.points, as: command.form.form).points
    if place.level.isClean && learned != nil {
      throw InputError("a network has no score where no noise is left; name a noisier level")
    }
    let field = GuidedField(
      whole: laboratory.mixture, shown: laboratory.target, frame: laboratory.frame, place: place,
      model: learned ?? laboratory.exactDenoiser)
    try console.output(field.table(at: points).text)
  }
}
