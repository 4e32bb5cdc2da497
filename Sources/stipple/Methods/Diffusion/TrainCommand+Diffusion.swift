import Diffusion

extension TrainCommand {
  /// Learns a denoiser.
  func trainDenoiser(_ laboratory: Laboratory, on console: Console) throws {
    if reflow != nil { throw InputError("--reflow needs a preset with a prior of its own") }
    let trainer = try resumedTrainer(in: laboratory, on: console) ?? laboratory.trainer()
    try finish(trainer, in: laboratory, on: console)
  }

  /// A trainer that goes on from the weights of `--resume`, if it is given.
  func resumedTrainer(
    in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> Trainer? {
    guard let resume else { return nil }
    let weights = try WeightFile.read(resume, for: laboratory, console: console)
    guard
      let trainer = Trainer(
        continuing: weights, mixture: laboratory.trainingMixture,
        dataName: laboratory.experiment.distribution.title,
        settings: laboratory.experiment.training)
    else {
      throw InputError(
        "these weights learned \(weights.data), whose place, size or labels are not those of"
          + " \(laboratory.experiment.distribution.title); train that from the beginning",
        file: resume)
    }
    note(weights, on: console)
    return trainer
  }
}
