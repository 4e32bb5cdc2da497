import Diffusion
import Yams

/// Inverse CDF sampling at the command line.
struct InverseCDFCommands: AtOnceCommands {
  typealias Process = InverseCDFProcess

  let making = "maps each uniform number"
  let starts = "uniform numbers"
  let fieldWords = "the uniform numbers of points"

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
      nameEntry,
      (
        "which coordinate is mapped first, by its marginal: xy or yx; the other follows given it",
        "axes", Node(settings.axes.rawValue)
      ),
    ]
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

  func check(start file: PointFile, ofFile path: String) throws(InputError) {
    let outside = file.points.firstIndex { point in
      !(point.x > 0 && point.x < 1 && point.y > 0 && point.y < 1)
    }
    if let row = outside {
      throw InputError(
        "uniform numbers lie between 0 and 1, and these are \(file.points[row].x),"
          + " \(file.points[row].y)", file: TextFile.name(of: path), place: file.place(of: row))
    }
  }

  func printField(
    _ command: FieldCommand, in laboratory: Laboratory, on console: Console
  ) throws {
    let own = try weights(of: command.model, for: laboratory, on: console)
    let map = try process(in: laboratory).model(of: own)
    try command.printInverseCDF(of: map, in: laboratory, on: console)
  }

  func origin(
    of start: [Point], by map: any QuantileMap, _ weights: InverseCDFWeights?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? { MappedOrigin(start: start, map: map) }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? InverseCDFSettings, isDrawn else {
      return [:]
    }
    return ["method": .text(method.id), "axes": .text(settings.axes.rawValue)]
  }
}
