import Diffusion

extension TrainCommand {
  /// Learns the velocity of a transport.
  func trainTransport(_ laboratory: Laboratory, on console: Console) throws {
    try checkLabels(of: laboratory)
    var pool: TransportPairs?
    if let reflow {
      let model = try laboratory.velocityField(inFile: reflow, on: console)
      let count = reflowPairs ?? Self.usualReflowPairs
      console.progress?("joining \(count) pairs")
      pool = laboratory.pairs(joinedBy: model, count: count)
    }
    guard let trainer = laboratory.transportTrainer(pool: pool) else { return }
    try train(trainer, in: laboratory, on: console)
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
}
