import Diffusion

extension TrainCommand {
  /// Learns the jumps along the probability-flow ODE.
  func trainJumps(_ laboratory: Laboratory, on console: Console) throws {
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    guard let process = laboratory.flowMap else { throw WorkError("there is no map") }
    let trainer =
      try resumedJumps(of: process, in: laboratory, on: console)
      ?? process.trainer(in: laboratory)
    try finish(trainer, in: laboratory, on: console)
  }

  /// A trainer that goes on from the weights of `--resume`, if it is given.
  private func resumedJumps(
    of process: FlowMapProcess, in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> FlowMapTrainer? {
    guard let resume else { return nil }
    let weights = try FlowMapFile.read(resume, for: laboratory, on: console)
    guard let trainer = process.trainer(continuing: weights, in: laboratory) else {
      throw InputError(
        "these weights learned \(weights.data), whose place or size is not that of"
          + " \(laboratory.experiment.distribution.title); train that from the beginning",
        file: resume)
    }
    note(weights, on: console)
    return trainer
  }
}
