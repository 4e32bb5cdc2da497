import Diffusion
import Yams

/// Denoising diffusion GANs at the command line.
struct DiffusionGANCommands: NoisingCommands {
  typealias Process = DiffusionGANProcess

  let noiseRefusal = "jumps draw their noise by the seed"

  func isMeant(by entries: [String: PresetValue]) -> Bool { entries[Self.key] != nil }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? DiffusionGANSettings ?? DiffusionGANSettings()
    if let value = entries[Self.key] { settings.jump = try value.whole() }
    return settings
  }

  /// The key of the length of a jump.
  private static let key = "jump"

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? DiffusionGANSettings else { return [] }
    return [
      nameEntry,
      (
        "how many steps of the schedule a jump goes back; it divides the timesteps", Self.key,
        Node("\(settings.jump)")
      ),
    ]
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? DiffusionGANWeights,
      let refusal = laboratory.diffusionGAN?.refusal(of: own)
    {
      throw InputError(refusal, file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func checkFlags(_ command: some DrawingCommand) throws(InputError) {
    try command.refuseSteps(
      because: "diffusion-gan makes as many jumps as jump says, as in --set '{jump: 250}'",
      allowing: ["--schedule"])
  }

  /// Prints density and score at a level, as they are.
  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    if command.model.model != ModelOption.exact {
      throw InputError(
        "--model: a generator draws points and has no field; leave it out for the exact one")
    }
    let place = try command.level.place(on: laboratory.schedule)
    let points = try console.points(command.points, as: command.form.form).points
    let field = GuidedField(
      whole: laboratory.mixture, shown: laboratory.target, frame: laboratory.frame, place: place,
      model: laboratory.exactDenoiser)
    try console.output(field.table(at: points).text)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? DiffusionGANSettings, isDrawn else {
      return [:]
    }
    return ["method": .text(method.id), "jump": .whole(settings.jump)]
  }
}
