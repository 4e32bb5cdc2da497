import Diffusion

extension TrainCommand {
  /// Learns the velocity of a transport.
  func trainTransport(_ laboratory: Laboratory, on console: Console) throws {
    try checkLabels(of: laboratory)
    var pool: TransportPairs?
    if let reflow {
      let model = try laboratory.velocityField(inFile: reflow)
      let count = reflowPairs ?? Self.usualReflowPairs
      console.progress?("joining \(count) pairs")
      pool = laboratory.pairs(joinedBy: model, count: count)
    }
    guard
      let trainer = try resumedTransportTrainer(in: laboratory, on: console)
        ?? laboratory.transportTrainer(pool: pool)
    else { return }
    try finish(trainer, in: laboratory, on: console)
  }

  /// A preset may pass more labels to the exact velocity than a network can be told.
  private func checkLabels(of laboratory: Laboratory) throws(InputError) {
    var network = laboratory.experiment.model.network
    network.isLabelled =
      laboratory.experiment.tellsLabels || laboratory.experiment.methodSettings.networkSeesLabels
    do throws(NetworkError) {
      try network.check(labels: laboratory.mixture.labels.count)
    } catch {
      throw InputError(error.description)
    }
  }

  /// A trainer that goes on from the velocities of `--resume`, if it is given.
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
}
