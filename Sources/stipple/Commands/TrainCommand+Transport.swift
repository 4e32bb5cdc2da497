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
    let result = try TrainingRun(trainer: trainer, iterations: iterations, log: log)
      .finish(on: console)
    try WeightFile.write(result.trainer.weights, to: output)
    try console.output(
      JSONText.encode(
        TrainingSummary(of: result, experiment: laboratory.experiment, file: output)))
  }

  /// A preset may pass more labels to the exact velocity than a network can be told.
  private func checkLabels(of laboratory: Laboratory) throws(InputError) {
    var network = laboratory.experiment.model.network
    network.isLabelled = laboratory.experiment.tellsLabels || laboratory.transport?.lift != nil
    do throws(NetworkError) {
      try network.check(labels: laboratory.mixture.labels.count)
    } catch {
      throw InputError(error.description)
    }
  }
}
