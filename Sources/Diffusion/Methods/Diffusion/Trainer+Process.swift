extension Trainer: TrainingProcess {}

extension Weights: TrainedWeights {
  public var outputName: String { predicts.id }
}
