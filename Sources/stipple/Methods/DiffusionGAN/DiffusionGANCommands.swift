import Diffusion
import Yams

/// Denoising diffusion GANs at the command line.
struct DiffusionGANCommands: LadderCommands {
  typealias Process = DiffusionGANProcess

  let noiseRefusal = "jumps draw their noise by the seed"
  let steps = "diffusion-gan makes as many jumps as jump says, as in --set '{jump: 250}'"

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

  func denoiser(of networks: JumpNetworks) throws(InputError) -> any Denoiser {
    throw InputError(
      "--model: a generator draws points and has no field; leave it out for the exact one")
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? DiffusionGANSettings, isDrawn else {
      return [:]
    }
    return ["method": .text(method.id), "jump": .whole(settings.jump)]
  }
}
