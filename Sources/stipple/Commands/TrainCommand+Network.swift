import Diffusion

extension TrainCommand {
  /// Trains the experiment's network, from the beginning or from the weights of `--resume`.
  func trainNetwork(in laboratory: Laboratory, on console: Console) throws {
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    guard let start = laboratory.trainingProcess else {
      throw InputError("the method \(laboratory.experiment.method.id) learns nothing")
    }
    try train(start, in: laboratory, on: console)
  }

  /// Makes all steps of a training run, or of one of the same kind that goes on from the weights of
  /// `--resume`.
  func train<Learner: TrainingProcess>(
    _ start: Learner, in laboratory: Laboratory, on console: Console
  ) throws {
    guard let resume else { return try finish(start, in: laboratory, on: console) }
    let weights = try WeightFile.read(
      resume, as: Learner.Trained.self, for: laboratory, on: console)
    guard let process = laboratory.trainingProcess(continuing: weights) as? Learner else {
      throw InputError(
        "these weights learned \(weights.data), whose place, size or labels are not those of"
          + " \(laboratory.experiment.distribution.title); train that from the beginning",
        file: resume)
    }
    console.note(
      "stipple: goes on from step \(weights.steps) of \(resume); the optimizer's memory begins anew"
    )
    try finish(process, in: laboratory, on: console)
  }

  /// Makes all steps of a training run, writes what it has learned and prints a summary.
  ///
  /// - Parameters:
  ///   - iterations: how many steps; as many as are usual for the method unless given.
  ///   - chosen: what of the weights is written.
  func finish<Learner: TrainingProcess>(
    _ learner: Learner, iterations: Int? = nil, in laboratory: Laboratory, on console: Console,
    keeping chosen: (Learner.Trained) -> Learner.Trained = { $0 }
  ) throws {
    let result = try TrainingRun(
      trainer: learner,
      iterations: iterations ?? self.iterations ?? laboratory.experiment.method.usualIterations,
      log: log
    ).finish(on: console)
    try WeightFile.write(chosen(result.trainer.weights), to: output)
    let summary = TrainingSummary(of: result, experiment: laboratory.experiment, file: output)
    try console.output(
      line.jsonLine ? JSONText.line(summary, by: console.words) : JSONText.encode(summary))
  }
}
