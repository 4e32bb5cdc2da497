import Diffusion
import Yams

/// Energy models at the command line.
struct EnergyCommands: MethodCommands {
  let method = Method.energy

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
      ("how noise becomes data; see 'stipple list methods'", "method", Node(method.id)),
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

  func sample(_ command: SampleCommand, in laboratory: Laboratory, on console: Console) throws {
    if command.noise != nil {
      throw InputError("--noise: chains draw their noise by the seed; leave it out")
    }
    guard let process = laboratory.energy else { throw WorkError("there is no energy") }
    let model = try laboratory.energy(of: command.model, on: console)
    let start = try command.noiseStart(in: laboratory, on: console)
    let generation = process.generation(by: model, from: start.points, in: laboratory)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try command.output(run, from: generation.start, on: console)
    console.noteNoiseEnd(of: laboratory)
  }

  /// Prints density, energy and score at a level.
  func field(_ command: FieldCommand, in laboratory: Laboratory, on console: Console) throws {
    let place = try command.level.place(on: laboratory.schedule)
    let points = try console.points(command.points, as: command.form.form).points
    let model = try laboratory.energy(of: command.model, on: console)
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

  func diffuse(_ command: DiffuseCommand, in laboratory: Laboratory, on console: Console) throws {
    try command.printNoised(in: laboratory, on: console)
  }

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    WalkedSource(model: try laboratory.energy(of: command.model, on: console))
  }

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    guard let weights else { return WalkedSource(model: ExactEnergy(of: laboratory.mixture)) }
    guard let own = weights as? EnergyWeights else {
      throw InputError("the network is of no use to the method \(method.id)")
    }
    return WalkedSource(model: LearnedEnergy(own))
  }

  func settings(of experiment: Experiment, isDrawn: Bool) -> [String: JSONValue] {
    guard let settings = experiment.methodSettings as? EnergySettings, isDrawn else { return [:] }
    return ["method": .text(method.id), "metropolis": .truth(settings.isMetropolis)]
  }
}

extension Laboratory {
  /// The energy that a flag names.
  func energy(of model: ModelOption, on console: Console) throws(InputError) -> any EnergyModel {
    if model.model == ModelOption.exact { return ExactEnergy(of: mixture) }
    return LearnedEnergy(
      try WeightFile.read(model.model, as: EnergyWeights.self, for: self, on: console))
  }
}

/// Draws samples by chains in a landscape.
struct WalkedSource: SampleSource {
  let model: any EnergyModel

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    guard let process = laboratory.energy else { throw WorkError("there is no energy") }
    let generation = process.generation(
      by: model, from: laboratory.start(count: count), in: laboratory)
    let samples = try laboratory.checked(generation.run())
    let set = SampleSet(
      of: laboratory.frame.restored(samples),
      origin: EnergyOrigin(start: generation.start, model: model), in: laboratory)
    return (set, model is LearnedEnergy ? process.networkCalls(in: laboratory) : 0)
  }
}
