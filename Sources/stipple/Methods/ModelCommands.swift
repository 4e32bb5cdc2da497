import Diffusion

/// The commands of a method whose runs ask one model: the exact one, or what networks have learned.
protocol ModelCommands: MethodCommands {
  associatedtype Process: ModelProcess

  /// How samples came about, for the figures that need more than the samples.
  ///
  /// - Parameter weights: what the model was learned as; nil for the exact one.
  func origin(
    of start: [Point], by model: Process.Model, _ weights: Process.Trained?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)?

  /// Says what the samples of a network show besides their figures.
  func note(_ weights: Process.Trained, in set: SampleSet, on console: Console)

  /// Refuses flags of a command that draws samples where they are of no use.
  func checkFlags(_ command: some DrawingCommand) throws(InputError)
}

extension ModelCommands {
  var method: Method { Process.method }

  func origin(
    of start: [Point], by model: Process.Model, _ weights: Process.Trained?,
    for command: EvaluateCommand?
  ) -> (any SampleOrigin)? { nil }

  func note(_ weights: Process.Trained, in set: SampleSet, on console: Console) {}

  func source(
    for command: EvaluateCommand, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    try checkFlags(command)
    return ModelSource(
      weights: try weights(of: command.model, for: laboratory, on: console), commands: self,
      command: command)
  }

  func checkFlags(_ command: some DrawingCommand) throws(InputError) {}

  func source(
    by weights: (any TrainedWeights)?, in laboratory: Laboratory, on console: Console
  ) throws -> any SampleSource {
    let own = try weights.map { weights throws(InputError) in
      guard let own = weights as? Process.Trained else {
        throw InputError("the network is of no use to the method \(method.id)")
      }
      return own
    }
    return ModelSource(weights: own, commands: self, command: nil)
  }

  /// The weights that a flag names; nil for the exact model.
  func weights(
    of model: ModelOption, for laboratory: Laboratory, on console: Console
  ) throws(InputError) -> Process.Trained? {
    if model.model == ModelOption.exact { return nil }
    return try WeightFile.read(model.model, as: Process.Trained.self, for: laboratory, on: console)
  }

  /// The process that a laboratory of the method has built.
  func process(in laboratory: Laboratory) throws(WorkError) -> Process {
    guard let process = laboratory.process as? Process else {
      throw WorkError("there is nothing of the method \(method.id) here")
    }
    return process
  }

  /// Prints samples that the model of the flags makes of a start.
  func output(
    _ command: SampleCommand, from start: PointFile, in laboratory: Laboratory,
    on console: Console
  ) throws {
    let process = try process(in: laboratory)
    let model = try process.model(
      of: try weights(of: command.model, for: laboratory, on: console))
    let generation = process.generation(by: model, from: start.points, in: laboratory)
    let run = SamplingRun(
      in: laboratory, steps: generation.steps, labels: start.labels, advance: generation.advance)
    try console.notingTolerance(of: laboratory) {
      try command.output(run, from: generation.start, on: console)
    }
  }
}

/// Draws samples by the model of a method.
struct ModelSource<Commands: ModelCommands>: SampleSource {
  /// Nil for the exact model.
  let weights: Commands.Process.Trained?
  let commands: Commands
  /// The evaluation that asks for samples; nil where an assignment does.
  let command: EvaluateCommand?

  func samples(
    in laboratory: Laboratory, count: Int, on console: Console
  ) throws -> (set: SampleSet, networkCalls: Int) {
    let process = try commands.process(in: laboratory)
    let model = try process.model(of: weights)
    let run = process.generation(
      by: model, from: process.start(count: count, in: laboratory), in: laboratory)
    let samples = try console.notingTolerance(of: laboratory) { try laboratory.checked(run.run()) }
    let set = SampleSet(
      of: laboratory.frame.restored(samples),
      origin: commands.origin(of: run.start, by: model, weights, for: command), in: laboratory)
    guard let weights else { return (set, 0) }
    commands.note(weights, in: set, on: console)
    return (set, process.calls(of: model, in: laboratory))
  }
}
