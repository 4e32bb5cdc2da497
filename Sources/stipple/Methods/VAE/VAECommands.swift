import Diffusion
import Foundation
import Yams

/// Variational auto-encoders at the command line.
struct VAECommands: AtOnceCommands {
  typealias Process = VAEProcess

  let making = "decodes each latent"
  let starts = "latents"
  let fieldWords = "the latents of points"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    method.keys.contains { entries[$0] != nil }
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? VAESettings ?? VAESettings()
    if let value = entries["latents"] { settings.latents = try value.whole() }
    if let value = entries["beta"] { settings.beta = try value.number() }
    if let value = entries["spread"] { settings.spread = try spread(value) }
    return settings
  }

  private func spread(_ value: PresetValue) throws(InputError) -> VAESettings.Spread {
    if value.node.scalar?.string == Self.learned { return .learned }
    do throws(InputError) { return .fixed(try value.number()) } catch {
      throw value.error("spread must be learned, or a standard deviation in the data's units")
    }
  }

  /// The word for a spread that is learned.
  private static let learned = "learned"

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? VAESettings else { return [] }
    let spread =
      switch settings.spread {
      case .learned: Self.learned
      case .fixed(let number): "\(number)"
      }
    return [
      nameEntry,
      ("how many numbers a latent has, 1 or 2", "latents", Node("\(settings.latents)")),
      (
        "the weight of the divergence beside the reconstruction; 1 is the bound itself", "beta",
        Node("\(settings.beta)")
      ),
      (
        "the standard deviation of the decoder's Gaussian: learned, or a number in the data's units",
        "spread", Node(spread)
      ),
    ]
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? VAEWeights, let latents = laboratory.vae?.settings.latents,
      latents != own.networks.latents
    {
      throw InputError(
        "the network has learned latents of \(own.networks.latents) numbers, and latents is"
          + " \(latents)", file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func printField(
    _ command: FieldCommand, in laboratory: Laboratory, on console: Console
  ) throws {
    let model = try weights(of: command.model, for: laboratory, on: console)?.networks
    try command.printCodes(of: model, in: laboratory, on: console)
  }

  func origin(
    of start: [Point], by model: any LatentMap, _ weights: VAEWeights?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? {
    weights.map {
      DecodedOrigin(
        model: $0.networks, importance: command?.importance.draws ?? ImportanceOption.usual)
    }
  }

  /// Says which numbers of a latent tell nothing.
  func note(_ weights: VAEWeights, in set: SampleSet, on console: Console) {
    let divergences = EvidenceBound.divergences(of: weights.networks, on: set.reference)
    for (number, nats) in divergences.enumerated() where nats < EvidenceBound.collapse {
      console.note(
        "stipple: latent number \(number + 1) tells nothing of the data: its kl is"
          + " \(String(format: "%.4f", nats)) nats (posterior collapse); lower beta, or the spread")
    }
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? VAESettings, isDrawn else { return [:] }
    return [
      "method": .text(method.id), "latents": .whole(settings.latents),
      "beta": .number(settings.beta),
    ]
  }
}
