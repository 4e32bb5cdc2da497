import Diffusion

extension TrainCommand {
  /// Learns the quantile functions of both coordinates.
  func trainInverseCDF(_ laboratory: Laboratory, on console: Console) throws {
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    guard let process = laboratory.inverseCDF else { throw WorkError("there is no map") }
    let trainer =
      try resumedInverseCDF(in: laboratory, on: console) ?? process.trainer(in: laboratory)
    try finish(trainer, in: laboratory, on: console)
  }

  /// A trainer that goes on from the weights of `--resume`, if it is given.
  private func resumedInverseCDF(
    in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> InverseCDFTrainer? {
    guard let resume, let axes = laboratory.inverseCDF?.map.axes else { return nil }
    let weights = try InverseCDFFile.read(resume, for: laboratory, on: console)
    let experiment = laboratory.experiment
    guard
      let trainer = InverseCDFTrainer(
        continuing: weights, mixture: laboratory.mixture, axes: axes,
        dataName: experiment.distribution.title, settings: experiment.training)
    else {
      throw InputError(
        "these weights learned \(weights.data), whose place or size is not that of"
          + " \(experiment.distribution.title); train that from the beginning", file: resume)
    }
    note(weights, on: console)
    return trainer
  }
}
