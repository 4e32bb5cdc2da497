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
  /// What the outputs mean: a parameterization, or label for a classifier.
  let predicts: String
  let rate: Double
  let recoveries: [Trainer.Recovery]
  let seconds: Double
  let seed: UInt64
  let stepsPerSecond: Double
  let target: String

  init<Learner: TrainingProcess & Trainee>(
    of result: TrainingRun<Learner>.Result, experiment: Experiment, file: String
  ) {
    let weights = result.trainer.weights
    self.init(
      experiment: experiment, file: file, seconds: result.seconds, loss: result.loss,
      iterations: result.trainer.steps, predicts: weights.outputName,
      labels: weights.labels.isEmpty ? nil : weights.labels,
      recoveries: result.trainer.recoveries)
  }

  init(of result: TrainingRun<ClassifierTrainer>.Result, experiment: Experiment, file: String) {
    self.init(
      experiment: experiment, file: file, seconds: result.seconds, loss: result.loss,
      iterations: result.trainer.steps, predicts: "label",
      labels: result.trainer.weights.labels, recoveries: result.trainer.recoveries)
  }

  private init(
    experiment: Experiment, file: String, seconds: Double, loss: Double, iterations: Int,
    predicts: String, labels: [String]?, recoveries: [Trainer.Recovery]
  ) {
    batch = experiment.training.batch
    data = experiment.distribution.title
    self.file = file
    hidden = experiment.model.network.hidden
    self.iterations = iterations
    self.labels = labels
    self.loss = loss
    optimizer = experiment.training.optimizer.id
    self.predicts = predicts
    rate = experiment.training.rate
    self.recoveries = recoveries
    self.seconds = seconds
    seed = experiment.seed
    stepsPerSecond = Double(iterations) / seconds
    target = experiment.training.target.id
  }
}
