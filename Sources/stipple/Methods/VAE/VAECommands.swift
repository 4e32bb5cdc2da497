import Diffusion
import Foundation
import Yams

/// Variational auto-encoders at the command line.
struct VAECommands: MethodCommands {
  let method = Method.vae
  static let hasNoSteps = "vae decodes each latent at once, without steps"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    entries["beta"] != nil || entries["spread"] != nil
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
      ("how noise becomes data; see 'stipple list methods'", "method", Node(method.id)),
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

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleLatents(in: laboratory, on: console)
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? VAEWeights, let latents = laboratory.vae?.settings.latents,
      latents != own.model.latents
    {
      throw InputError(
        "the network has learned latents of \(own.model.latents) numbers, and latents is"
          + " \(latents)", file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printCodes(in: laboratory, on: console)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError(
      "nothing is noised by vae: there are no levels between a latent and its point; 'stipple field'"
        + " tells the latents of points")
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    try command.refuseSteps(because: Self.hasNoSteps)
    return DecodedSource(
      model: try laboratory.autoEncoder(of: command.model, on: console),
      importance: command.importance.draws)
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let model = try weights.map { weights throws(InputError) in
      guard let own = weights as? VAEWeights else {
        throw InputError("the network is of no use to the method \(method.id)")
      }
      return own.model
    }
    return DecodedSource(model: model, importance: ImportanceOption.usual)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? VAESettings, isDrawn else { return [:] }
    return [
      "method": .text(method.id), "latents": .whole(settings.latents),
      "beta": .number(settings.beta),
    ]
  }
}

/// Draws samples by decoding latents.
struct DecodedSource: SampleSource {
  /// Nil for the exact map.
  let model: VariationalAutoEncoder?
  /// How many latents tell the likelihood of a point.
  let importance: Int

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    guard let process = laboratory.vae else { throw WorkError("there is no decoder") }
    let map: any LatentMap = model ?? process.exact
    let run = process.generation(
      by: map, from: process.start(count: count, in: laboratory), in: laboratory)
    let samples = try laboratory.checked(run.run())
    let set = SampleSet(
      of: samples, origin: model.map { DecodedOrigin(model: $0, importance: importance) },
      in: laboratory)
    if let model { noteCollapse(of: model, in: set, on: console) }
    return (set, model == nil ? 0 : 1)
  }

  /// Says which numbers of a latent tell nothing.
  private func noteCollapse(
    of model: VariationalAutoEncoder, in set: SampleSet, on console: Console
  ) {
    let divergences = EvidenceBound.divergences(of: model, on: set.reference)
    for (number, nats) in divergences.enumerated() where nats < EvidenceBound.collapse {
      console.note(
        "stipple: latent number \(number + 1) tells nothing of the data: its kl is"
          + " \(String(format: "%.4f", nats)) nats (posterior collapse); lower beta, or the spread")
    }
  }
}

extension Laboratory {
  /// The auto-encoder that a flag names; nil for the exact map.
  func autoEncoder(
    of model: ModelOption, on console: Console
  ) throws(InputError) -> VariationalAutoEncoder? {
    if model.model == ModelOption.exact { return nil }
    return try WeightFile.read(model.model, as: VAEWeights.self, for: self, on: console).model
  }
}
