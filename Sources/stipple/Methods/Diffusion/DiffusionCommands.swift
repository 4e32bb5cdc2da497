import Diffusion

/// Diffusion at the command line.
struct DiffusionCommands: MethodCommands {
  let method = Method.diffusion

  /// Where nothing is said of another method, or no more than that the prior is the usual one.
  func isMeant(by entries: [String: PresetValue]) -> Bool {
    entries["prior"]?.node.scalar?.string == "standard"
      && PresetReader.methodKeys.allSatisfy { $0 == "prior" || entries[$0] == nil }
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    if let prior = entries["prior"], prior.node.scalar?.string != "standard" {
      throw prior.error(
        "diffusion starts from the standard normal: prior must be standard, not \(prior.kind);"
          + " the method transport takes others")
    }
    return DiffusionSettings()
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] { [] }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleDiffusion(in: laboratory, on: console)
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? Weights, own.isOfTransport {
      throw InputError(
        "the network has learned \(own.data.excerpt), and knows nothing of the standard prior",
        file: path)
    }
    if let own = weights as? Weights,
      let problem = own.problem(withVarianceOf: laboratory.experiment)
    {
      throw InputError("the network \(problem)", file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printDiffusion(in: laboratory, on: console)
  }

  func conditionalField(
    _ command: FieldCommand, of index: Int, in laboratory: Laboratory, on console: Console
  ) throws {
    try command.printConditional(on: index, in: laboratory, on: console)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printNoised(in: laboratory, on: console)
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let chosen = try command.model.denoiser(for: laboratory, console: console)
    return DenoisedSource(
      chosen: chosen,
      helpers: try command.guidance.helpers(
        of: chosen.network, for: laboratory, console: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let network = try weights.map { weights throws(InputError) in
      guard let own = weights as? Weights, !own.isOfTransport else {
        throw InputError("the network is of no use to the method \(method.id)")
      }
      return LearnedDenoiser(weights: own.seen(in: laboratory.frame))
    }
    let chosen = ChosenDenoiser(kind: network.map { .learned($0) } ?? .exact)
    return DenoisedSource(
      chosen: chosen,
      helpers: try GuidanceOptions.parse([]).helpers(
        of: network, for: laboratory, console: console))
  }

  func learnedSchedule(
    for model: ModelOption, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> ScheduleSpecification {
    let chosen = try model.denoiser(for: laboratory, console: console)
    let known = chosen.laboratory(laboratory)
    var learner = ScheduleLearner(
      of: known.guided(chosen.denoiser(in: known)), on: known.target,
      randomness: known.experiment.randomness)
    learner.advance(by: ScheduleLearner.usualSteps)
    guard let schedule = known.schedule.following(learner.passage) else {
      throw InputError("--schedule learned: the schedule has no two ends to learn between")
    }
    return ScheduleSpecification(following: schedule)
  }

  func remedyForNoiseEnd(in laboratory: Laboratory) -> String {
    let longer =
      laboratory.schedule.geometry == .varianceExploding
      ? "let sigma end higher" : "let the schedule end with more noise"
    let helps = laboratory.frame.isIdentity && laboratory.guidance?.wanted == nil
    return helps ? "set standardize: true, or \(longer)" : longer
  }
}
