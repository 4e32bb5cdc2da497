import Diffusion
import Yams

/// Inverse CDF sampling at the command line.
struct InverseCDFCommands: MethodCommands {
  let method = Method.inverseCDF
  static let hasNoSteps = "inverse-cdf maps each uniform number at once, without steps"

  func isMeant(by entries: [String: PresetValue]) -> Bool { entries["axes"] != nil }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    guard let axes = entries["axes"] else { return InverseCDFSettings() }
    return InverseCDFSettings(axes: try axes.member(of: AxisOrder.self, called: "order of axes"))
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? InverseCDFSettings else { return [] }
    return [
      ("how noise becomes data; see 'stipple list methods'", "method", Node(method.id)),
      (
        "which coordinate is mapped first, by its marginal: xy or yx; the other follows given it",
        "axes", Node(settings.axes.rawValue)
      ),
    ]
  }

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.sampleInverseCDF(in: laboratory, on: console)
  }

  func check(
    _ weights: any TrainedWeights, ofFile path: String, for laboratory: Laboratory,
    on console: Console
  ) throws(InputError) {
    if let own = weights as? InverseCDFWeights, let axes = laboratory.inverseCDF?.map.axes,
      axes != own.axes
    {
      throw InputError(
        "the network maps the coordinates in the order \(own.axes.rawValue), not"
          + " \(axes.rawValue); say axes: \(own.axes.rawValue), or train another", file: path)
    }
    console.warn(of: weights, inFile: path, for: laboratory)
  }

  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printInverseCDF(in: laboratory, on: console)
  }

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    throw InputError(
      "nothing is noised by inverse-cdf: there are no levels between a uniform number and its"
        + " sample; 'stipple field' tells the uniform numbers of points")
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    try command.refuseSteps(because: Self.hasNoSteps)
    return MappedSource(map: try laboratory.map(of: command.model, on: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    guard let exact = laboratory.inverseCDF?.map else { throw InputError("there is no map") }
    guard let weights else { return MappedSource(map: exact) }
    guard let own = weights as? InverseCDFWeights else {
      throw InputError("the network is of no use to the method \(method.id)")
    }
    return MappedSource(map: MonotoneNetwork(own))
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? InverseCDFSettings, isDrawn else {
      return [:]
    }
    return ["method": .text(method.id), "axes": .text(settings.axes.rawValue)]
  }
}

/// Draws samples by mapping uniform numbers.
struct MappedSource: SampleSource {
  let map: any QuantileMap

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    guard let process = laboratory.inverseCDF else { throw WorkError("there is no map") }
    let start = process.start(count: count, in: laboratory)
    let samples = try laboratory.checked(map.points(at: start))
    let set = SampleSet(
      of: samples, origin: MappedOrigin(start: start, map: map), in: laboratory)
    // A network is asked once for each coordinate.
    return (set, map is MonotoneNetwork ? 2 : 0)
  }
}

extension Laboratory {
  /// The map that a flag names.
  func map(of model: ModelOption, on console: Console) throws(InputError) -> any QuantileMap {
    guard let exact = inverseCDF?.map else { throw InputError("the preset has no map") }
    if model.model == ModelOption.exact { return exact }
    return MonotoneNetwork(
      try WeightFile.read(model.model, as: InverseCDFWeights.self, for: self, on: console))
  }
}
