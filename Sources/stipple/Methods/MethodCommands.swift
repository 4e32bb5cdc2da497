import Diffusion
import Yams

/// What the command line does for a method: how a preset says it, and what each command makes of it.
///
/// Commands ask the one of their laboratory, and never ask which method it is.
protocol MethodCommands: Sendable {
  var method: Method { get }

  /// Whether a preset that does not name its method may mean this one, by the keys it has.
  func isMeant(by entries: [String: PresetValue]) -> Bool

  /// The same where this method is in hand, which is asked before all others: keys that several have may
  /// be its own then.
  func isKept(by entries: [String: PresetValue]) -> Bool

  /// Reads the method's own keys, and what they change about the rest of an experiment that is read
  /// already.
  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings

  /// The method's own keys with their values, as `read` takes them.
  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry]

  /// Its own keys in the section `training`, likewise.
  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)]

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws
  /// Refuses weights of a file that the experiment has no use for, and warns where they learned other
  /// data.
  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError)

  /// The networks of a file that the screen begins with, in the laboratory's frame.
  func weights(
    ofFile path: String, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> any TrainedWeights

  /// Trains the experiment's network, or what else of the method the flags name.
  func train(_ command: TrainCommand, in laboratory: Laboratory, on console: Console) throws
  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws
  /// Prints the field of one component of the data alone, by its number from 0.
  func conditionalField(
    _ command: FieldCommand, of index: Int, in laboratory: Laboratory, on console: Console
  ) throws
  /// Prints where points jump to from one time to another.
  func jump(
    _ command: FieldCommand, from start: Double, to end: Double, in laboratory: Laboratory,
    on console: Console
  ) throws
  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws

  /// What draws samples to be judged, with the model that the flags name.
  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource

  /// The schedule along which the bound's estimate varies least, between the ends of the laboratory's, for
  /// the model that a flag names.
  func learnedSchedule(
    for model: ModelOption, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> ScheduleSpecification

  /// Judges samples that are no points of the plane; nil where they are, and their source draws them.
  func judgement(
    of laboratory: Laboratory, by command: EvaluateCommand, on console: Console
  ) throws -> EvaluationRun.Result?

  /// What draws samples to be judged, with a network of the method's that was just trained; nil for the
  /// exact model.
  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource

  /// What an evaluation says of its experiment besides what it says of every method.
  ///
  /// - Parameter isDrawn: whether samples were drawn, and not given.
  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue]

  /// Whether guidance leads samples, so that its weight is of interest.
  func saysGuidance(_ guidance: GuidanceSpecification) -> Bool

  /// What would let a run start from noise.
  func remedyForNoiseEnd(in laboratory: Laboratory) -> String
}

extension MethodCommands {
  func train(_ command: TrainCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.trainNetwork(in: laboratory, on: console)
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func weights(
    ofFile path: String, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> any TrainedWeights {
    guard let kind = method.trained else {
      throw InputError("the method \(method.id) learns nothing; leave out --model")
    }
    return try WeightFile.read(path, as: kind, for: laboratory, on: console)
  }

  /// Refuses, for a method whose field is no mean of those of components.
  func conditionalField(
    _ command: FieldCommand, of index: Int, in laboratory: Laboratory, on console: Console
  ) throws {
    throw InputError(
      "--conditional: the field of \(method.id) is not made of those of single components; leave it"
        + " out")
  }

  /// The entry of a preset that names the method.
  var nameEntry: PresetWriter.Entry {
    ("how noise becomes data; see 'stipple list methods'", "method", Node(method.id))
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] { [] }

  /// Refuses, for a method that goes its ways step by step.
  func jump(
    _ command: FieldCommand, from start: Double, to end: Double, in laboratory: Laboratory,
    on console: Console
  ) throws {
    throw InputError("--jump is of use to the method flow-map, not to \(method.id)")
  }

  /// Refuses, for a method without a bound by terms.
  func learnedSchedule(
    for model: ModelOption, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> ScheduleSpecification {
    throw InputError(
      "--schedule learned: a schedule is learned for the bound by terms, which diffusion has, not"
        + " \(method.id); name one of 'stipple list schedules'")
  }

  func judgement(
    of laboratory: Laboratory, by command: EvaluateCommand, on console: Console
  ) throws -> EvaluationRun.Result? { nil }

  /// Refuses, for a method whose networks are only read from files.
  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    throw InputError("the method \(method.id) is of no use to assignments yet")
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] { [:] }
  func saysGuidance(_ guidance: GuidanceSpecification) -> Bool { true }
  func remedyForNoiseEnd(in laboratory: Laboratory) -> String { "choose another schedule" }
}

/// What draws samples of an experiment.
protocol SampleSource {
  /// Draws samples of an experiment that may differ in seed and in guidance from the one this was
  /// made for.
  ///
  /// - Returns: the samples with all that judges them, and how often a network was asked for each.
  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int)
}

extension MethodCommands {
  func isKept(by entries: [String: PresetValue]) -> Bool { isMeant(by: entries) }
}

/// The methods as the command line knows them.
enum MethodShelf {
  /// One for each method, in the order in which presets are held against them; add a new one here
  /// and in a folder of its own.
  static let all: [any MethodCommands] = [
    TransportCommands(),
    InverseCDFCommands(),
    FlowMapCommands(),
    EnergyCommands(),
    LatentCommands(),
    VAECommands(),
    HierarchicalVAECommands(),
    GANCommands(),
    DiffusionGANCommands(),
    DiffusionCommands(),
  ]

  static func commands(for method: Method) -> any MethodCommands {
    guard let commands = all.first(where: { $0.method == method }) else {
      preconditionFailure("every method has commands")
    }
    return commands
  }
}

extension Experiment {
  /// What the command line does for its method.
  var commands: any MethodCommands { MethodShelf.commands(for: method) }
}

extension Laboratory {
  /// What the command line does for its method.
  var commands: any MethodCommands { experiment.commands }
}
