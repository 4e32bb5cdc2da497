import Diffusion

/// What `stipple train` prints at the end.
struct TrainingSummary: Encodable {
  let batch: Int
  let data: String
  let file: String
  let hidden: [Int]
  let iterations: Int
  /// The labels it was told, or tells.
  let labels: [String]?
  /// The mean loss of the last hundred steps.
  let loss: Double
  let optimizer: String
  let processorSeconds: Double
  /// What the outputs mean: a parameterization, or label for a classifier.
  let predicts: String
  let rate: Double
  let recoveries: [Trainer.Recovery]
  let seconds: Double
  let seed: UInt64
  let stepsPerSecond: Double
  let target: String

  init<Learner: TrainingProcess>(
    of result: TrainingRun<Learner>.Result, experiment: Experiment, file: String
  ) {
    let weights = result.trainer.weights
    batch = experiment.training.batch
    data = experiment.distribution.title
    self.file = file
    hidden = experiment.model.network.hidden
    iterations = result.trainer.steps
    labels = weights.labels.isEmpty ? nil : weights.labels
    loss = result.loss
    optimizer = experiment.training.optimizer.id
    processorSeconds = result.processorSeconds
    predicts = weights.outputName
    rate = experiment.training.rate
    recoveries = result.trainer.recoveries
    seconds = result.seconds
    seed = experiment.seed
    stepsPerSecond = Double(iterations) / seconds
    target = experiment.training.target.id
  }
}
