import Diffusion
import Yams

/// Flow maps at the command line.
struct FlowMapCommands: MethodCommands {
  let method = Method.flowMap

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    method.trainingKeys.contains { PresetReader.trainingValue($0, in: entries) != nil }
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    try reader.flowMap(entries, in: &experiment)
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    [("how noise becomes data; see 'stipple list methods'", "method", Node(method.id))]
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] {
    guard let settings = experiment.methodSettings as? FlowMapSettings else { return [] }
    return [
      ("objective", Node(settings.objective.id)),
      ("teacher", PresetWriter.text(settings.teacher.word(besideFile: path))),
    ]
  }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleByJumps(in: laboratory, on: console)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printFieldOfJumps(in: laboratory, on: console)
  }

  func jump(
    _ command: FieldCommand, from start: Double, to end: Double, in laboratory: Laboratory,
    on console: Console
  ) throws {
    try command.printJumps(from: start, to: end, in: laboratory, on: console)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printNoised(in: laboratory, on: console)
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    JumpedSource(map: try laboratory.map(ofJumps: command.model, on: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let map = try weights.map { weights throws(InputError) in
      guard let own = weights as? FlowMapWeights else {
        throw InputError("the network is of no use to the method \(method.id)")
      }
      return LearnedFlowMap(own)
    }
    return JumpedSource(map: map)
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    isDrawn ? ["method": .text(method.id)] : [:]
  }
}

extension Laboratory {
  /// The learned map that a flag names; nil for the exact one.
  func map(ofJumps model: ModelOption, on console: Console) throws(InputError) -> LearnedFlowMap? {
    if model.model == ModelOption.exact { return nil }
    return LearnedFlowMap(
      try WeightFile.read(model.model, as: FlowMapWeights.self, for: self, on: console))
  }
}

/// Draws samples by jumps.
struct JumpedSource: SampleSource {
  /// The learned map; nil for the exact one.
  let map: LearnedFlowMap?

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    guard let process = laboratory.flowMap else { throw WorkError("there is no map") }
    let map: any FlowMap = map ?? process.exact
    let generation = process.generation(
      by: map, from: laboratory.start(count: count), in: laboratory)
    let samples = try console.notingTolerance(of: laboratory) {
      try laboratory.checked(generation.run())
    }
    let set = SampleSet(
      of: laboratory.frame.restored(samples),
      origin: JumpedOrigin(start: generation.start, map: map), in: laboratory)
    return (set, generation.steps * map.callsPerJump)
  }
}
