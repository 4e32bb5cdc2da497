import Diffusion

/// What `stipple train` prints at the end.
struct TrainingSummary: Encodable {
  let batch: Int
  let data: String
  let file: String
  let hidden: [Int]
  let iterations: Int
  /// The mean loss of the last hundred steps.
  let loss: Double
  let optimizer: String
  let predicts: String
  let rate: Double
  let recoveries: [Trainer.Recovery]
  let seconds: Double
  let seed: UInt64
  let stepsPerSecond: Double
  let target: String

  init(of result: TrainingRun.Result, experiment: Experiment, file: String) {
    batch = experiment.training.batch
    data = result.trainer.dataName
    self.file = file
    hidden = experiment.model.network.hidden
    iterations = result.trainer.steps
    loss = result.loss
    optimizer = experiment.training.optimizer.id
    predicts = experiment.model.network.predicts.id
    rate = experiment.training.rate
    recoveries = result.trainer.recoveries
    seconds = result.seconds
    seed = experiment.seed
    stepsPerSecond = Double(iterations) / result.seconds
    target = experiment.training.target.id
  }
}
