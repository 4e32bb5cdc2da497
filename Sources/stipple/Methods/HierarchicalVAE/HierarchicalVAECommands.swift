import Diffusion
import Yams

/// Hierarchical variational auto-encoders at the command line.
struct HierarchicalVAECommands: LadderCommands {
  typealias Process = HierarchicalVAEProcess

  let noiseRefusal = "levels draw their noise by the seed"
  let steps =
    "hierarchical-vae comes down as many levels as levels says, as in --set '{levels: 4}'"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    entries["levels"] != nil
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings =
      experiment.methodSettings as? HierarchicalVAESettings ?? HierarchicalVAESettings()
    if let value = entries["levels"] { settings.levels = try value.whole() }
    if let value = entries["encoder"] {
      let word = try value.text()
      guard let encoder = HierarchicalVAESettings.Encoder(rawValue: word) else {
        let known = HierarchicalVAESettings.Encoder.allCases.map(\.rawValue)
        throw value.error("\(UnknownName(name: word, family: "encoder", known: known))")
      }
      settings.encoder = encoder
    }
    return settings
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? HierarchicalVAESettings else { return [] }
    return [
      nameEntry,
      (
        "how many levels of latents there are; they divide the schedule's timesteps", "levels",
        Node("\(settings.levels)")
      ),
      (
        "who says which latents a point may be of: fixed, the noising, or learned", "encoder",
        Node(settings.encoder.rawValue)
      ),
    ]
  }

  func denoiser(of networks: HierarchicalAutoEncoder) throws(InputError) -> any Denoiser {
    if networks.isEncoderLearned {
      throw InputError(
        "--model: behind an encoder that was learned latents are no noisy points, and there is no"
          + " field; leave it out for the exact one, or learn with encoder: fixed")
    }
    return LevelDenoiser(networks)
  }

  func origin(
    of start: [Point], by decoder: any LevelDecoder, _ weights: HierarchicalVAEWeights?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? {
    HierarchyOrigin(
      decoder: decoder, importance: command?.importance.draws ?? ImportanceOption.usual)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? HierarchicalVAESettings, isDrawn else {
      return [:]
    }
    return [
      "method": .text(method.id), "levels": .whole(settings.levels),
      "encoder": .text(settings.encoder.rawValue),
    ]
  }
}
