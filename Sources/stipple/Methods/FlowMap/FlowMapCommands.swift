import Diffusion
import Yams

/// Flow maps at the command line.
struct FlowMapCommands: NoisingCommands {
  typealias Process = FlowMapProcess

  let noiseRefusal = "a jump adds no noise"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    method.trainingKeys.contains { PresetReader.trainingValue($0, in: entries) != nil }
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    try reader.flowMap(entries, in: &experiment)
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    [nameEntry]
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] {
    guard let settings = experiment.methodSettings as? FlowMapSettings else { return [] }
    return [
      ("objective", Node(settings.objective.id)),
      ("teacher", PresetWriter.text(settings.teacher.word(besideFile: path))),
    ]
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printFieldOfJumps(
      by: try map(of: command.model, in: laboratory, on: console), in: laboratory, on: console)
  }

  func jump(
    _ command: FieldCommand, from start: Double, to end: Double, in laboratory: Laboratory,
    on console: Console
  ) throws {
    try command.printJumps(
      by: try map(of: command.model, in: laboratory, on: console), from: start, to: end,
      in: laboratory, on: console)
  }

  /// The learned map that a flag names; nil for the exact one.
  private func map(
    of model: ModelOption, in laboratory: Laboratory, on console: Console
  ) throws -> LearnedFlowMap? {
    try weights(of: model, for: laboratory, on: console).map { LearnedFlowMap($0) }
  }

  func origin(
    of start: [Point], by map: any FlowMap, _ weights: FlowMapWeights?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? { JumpedOrigin(start: start, map: map) }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    isDrawn ? ["method": .text(method.id)] : [:]
  }
}
