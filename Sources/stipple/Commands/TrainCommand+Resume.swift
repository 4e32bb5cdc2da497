import Diffusion

extension TrainCommand {
  /// A trainer that goes on from the weights of `--resume`, if it is given.
  func resumedTrainer(
    in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> Trainer? {
    guard let resume else { return nil }
    let weights = try WeightFile.read(resume, for: laboratory, console: console)
    guard
      let trainer = Trainer(
        continuing: weights, mixture: laboratory.mixture,
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

  /// The same for the velocity of a transport.
  func resumedTransportTrainer(
    in laboratory: Laboratory, on console: Console
  ) throws(InputError) -> TransportTrainer? {
    guard let resume, let transport = laboratory.transport else { return nil }
    let weights = try WeightFile.read(resume, ofTransport: laboratory)
    guard
      let trainer = TransportTrainer(
        continuing: weights, transport, settings: laboratory.experiment.training)
    else {
      throw InputError(
        "these weights know other labels than \(laboratory.experiment.distribution.title) has now",
        file: resume)
    }
    note(weights, on: console)
    return trainer
  }

  private func note(_ weights: Weights, on console: Console) {
    console.note(
      "stipple: goes on from step \(weights.steps) of \(resume ?? ""); the optimizer's memory"
        + " begins anew")
  }
}
