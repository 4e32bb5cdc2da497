import Diffusion
import Yams

/// GANs at the command line.
struct GANCommands: MethodCommands {
  let method = Method.gan
  static let hasNoSteps = "gan makes a point of each latent at once, without steps"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    PresetReader.trainingValue(Self.key, in: entries) != nil
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? GANSettings ?? GANSettings()
    if let value = PresetReader.trainingValue(Self.key, in: entries) {
      settings.stabilizer = try value.member(of: GANStabilizer.self)
    }
    return settings
  }

  /// The key of the stabilizer in the section `training`.
  private static let key = "stabilizer"

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    [("how noise becomes data; see 'stipple list methods'", "method", Node(method.id))]
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] {
    guard let settings = experiment.methodSettings as? GANSettings else { return [] }
    return [(Self.key, Node(settings.stabilizer.id))]
  }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleByGenerator(in: laboratory, on: console)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printLogits(in: laboratory, on: console)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError(
      "nothing is noised by gan: there are no levels between a latent and its point; 'stipple field'"
        + " tells how real points look to the discriminator")
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    try command.refuseSteps(because: Self.hasNoSteps)
    return GeneratedSource(networks: try laboratory.networks(of: command.model, on: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let networks = try weights.map { weights throws(InputError) in
      guard let own = weights as? GANWeights else {
        throw InputError("the network is of no use to the method \(method.id)")
      }
      return own.networks
    }
    return GeneratedSource(networks: networks)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? GANSettings, isDrawn else { return [:] }
    return ["method": .text(method.id), "stabilizer": .text(settings.stabilizer.id)]
  }
}

/// Draws samples by a generator.
struct GeneratedSource: SampleSource {
  /// Nil for the exact generator.
  let networks: AdversarialNetworks?

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    guard let process = laboratory.gan else { throw WorkError("there is no generator") }
    let generator: any LatentGenerator = networks ?? process.exact
    let run = process.generation(
      by: generator, from: process.start(count: count, in: laboratory))
    let samples = try laboratory.checked(run.run())
    return (SampleSet(of: samples, origin: nil, in: laboratory), networks == nil ? 0 : 1)
  }
}

extension Laboratory {
  /// The networks that a flag names; nil for the exact generator.
  func networks(
    of model: ModelOption, on console: Console
  ) throws(InputError) -> AdversarialNetworks? {
    if model.model == ModelOption.exact { return nil }
    return try WeightFile.read(model.model, as: GANWeights.self, for: self, on: console).networks
  }
}
