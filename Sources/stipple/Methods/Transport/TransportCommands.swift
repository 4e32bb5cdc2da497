import Diffusion

/// Transports at the command line.
struct TransportCommands: MethodCommands {
  let method = Method.transport

  /// Any of its keys, but not the standard prior alone, which is diffusion's too.
  func isMeant(by entries: [String: PresetValue]) -> Bool {
    let others = method.keys.contains { $0 != "prior" && entries[$0] != nil }
    return others || entries["prior"].map { $0.node.scalar?.string != "standard" } ?? false
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    try reader.transport(entries, in: &experiment)
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    experiment.transport.map { PresetWriter.transport($0, of: experiment, path: path) } ?? []
  }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleTransport(in: laboratory, on: console)
  }

  func train(_ command: TrainCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.trainTransport(laboratory, on: console)
  }

  /// A network of velocities is of use for the transport that it has learned and no other.
  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    let name = laboratory.dataName
    if weights.data.hasPrefix(name) { return }
    throw InputError("the network has learned \(weights.data), not \(name)", file: path)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    let transport = try laboratory.neededTransport
    try console.output(
      command.notation.inUse.renamed(
        command.transportTable(of: transport, in: laboratory, on: console)))
  }

  func conditionalField(
    _ command: FieldCommand, of index: Int, in laboratory: Laboratory, on console: Console
  ) throws {
    let transport = try laboratory.neededTransport
    try console.output(
      command.notation.inUse.renamed(
        command.conditionalTable(of: transport, component: index, in: laboratory, on: console)))
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    let transport = try laboratory.neededTransport
    try command.printMoved(along: transport, in: laboratory, on: console)
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    TransportSource(
      model: try command.velocityField(in: laboratory, on: console),
      helpers: try command.guidance.helpers(forTransport: laboratory, on: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    guard let weights else {
      guard let exact = laboratory.exactVelocityField else {
        throw InputError("the coupling of the preset has no exact field; train a network")
      }
      return TransportSource(model: exact, helpers: GuidanceHelpers())
    }
    guard let own = weights as? Weights, own.isOfTransport else {
      throw InputError("the network is of no use to the method \(method.id)")
    }
    return TransportSource(
      model: LearnedVelocityField(
        weights: own, of: try laboratory.neededTransport,
        isLabelPassed: laboratory.experiment.methodSettings.tellsLabels),
      helpers: GuidanceHelpers())
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let transport = experiment.transport else { return [:] }
    var settings: [String: JSONValue] = [:]
    if isDrawn {
      settings["coupling"] = .text(transport.coupling.id)
      settings["label_passed"] = .truth(transport.isLabelPassed)
      settings["repair"] = .text(transport.repair.id)
      if transport.bridgeNoise > 0 { settings["bridge_noise"] = .number(transport.bridgeNoise) }
    }
    return settings
  }

  /// A label alone only says where starts belong.
  func saysGuidance(_ guidance: GuidanceSpecification) -> Bool { guidance.guidesVelocities }

  func remedyForNoiseEnd(in laboratory: Laboratory) -> String {
    "take the path straight-line, which ends in the prior alone"
  }
}
