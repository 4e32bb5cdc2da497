import Diffusion
import Yams

/// Energy models at the command line.
struct EnergyCommands: NoisingCommands {
  typealias Process = EnergyProcess

  let noiseRefusal = "chains draw their noise by the seed"

  func isMeant(by entries: [String: PresetValue]) -> Bool {
    method.keys.contains { entries[$0] != nil }
  }

  func read(
    _ entries: [String: PresetValue], by reader: PresetReader, into experiment: inout Experiment
  ) throws(InputError) -> any MethodSettings {
    var settings = experiment.methodSettings as? EnergySettings ?? EnergySettings()
    if let objective = PresetReader.trainingValue("objective", in: entries) {
      settings.objective = try objective.member(of: EnergyObjective.self)
    }
    if let metropolis = entries["metropolis"] { settings.isMetropolis = try metropolis.truth() }
    if !PresetReader.namesSampler(entries["sampler"]) { experiment.sampler.kind = .langevin }
    return settings
  }

  func entries(of experiment: Experiment, path: String) -> [PresetWriter.Entry] {
    guard let settings = experiment.methodSettings as? EnergySettings else { return [] }
    return [
      nameEntry,
      (
        "whether a Langevin step may be refused (MALA): true or false", "metropolis",
        Node("\(settings.isMetropolis)")
      ),
    ]
  }

  func trainingEntries(of experiment: Experiment, path: String) -> [(String, Node?)] {
    guard let settings = experiment.methodSettings as? EnergySettings else { return [] }
    return [("objective", Node(settings.objective.id))]
  }

  /// Prints density, energy and score at a level.
  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    let place = try command.level.place(on: laboratory.schedule)
    let points = try console.points(command.points, as: command.form.form).points
    let own = try weights(of: command.model, for: laboratory, on: console)
    let model = try process(in: laboratory).model(of: own)
    let level = (model as? LearnedEnergy)?.answered(place.level) ?? place.level
    if level != place.level {
      console.note(
        "stipple: the network answers for the least noise that it knows, sigma \(level.sigma)")
    }
    let density = EnergyDensity(
      of: model, at: level, over: EnergyWindow(of: laboratory.mixture, at: level))
    var table = CSVTable(
      columns: ["x", "y", "log_density", "energy", "score_x", "score_y"])
    let frame = laboratory.frame
    let readings = model.energies(of: frame.standardized(points), at: level)
    for (point, reading) in zip(points, readings) {
      let score = -1 / frame.spread * reading.gradient
      let numbers = [
        point.x, point.y, -reading.energy - density.logPartition - frame.logVolume,
        reading.energy, score.x, score.y,
      ]
      table.append(numbers: numbers[...])
    }
    try console.output(table.text)
  }

  func origin(
    of start: [Point], by model: any EnergyModel, _ weights: EnergyWeights?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? { EnergyOrigin(start: start, model: model) }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? EnergySettings, isDrawn else { return [:] }
    return ["method": .text(method.id), "metropolis": .truth(settings.isMetropolis)]
  }
}
