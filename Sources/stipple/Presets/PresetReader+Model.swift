import Diffusion

extension PresetReader {
  /// `model`: a name, or `kind` and the network's shape; what it does not say stays as in `base`.
  func model(
    _ value: PresetValue, changing base: ModelSpecification = ModelSpecification()
  ) throws(InputError) -> ModelSpecification {
    var model = base
    if value.node.scalar != nil {
      model.kind = try value.member(of: ModelSpecification.Kind.self, called: "model")
      return model
    }
    let entries = try value.entries(
      ["kind", "hidden", "predicts", "activation", "residual", "labels", "variance"])
    if let kind = entries["kind"] {
      model.kind = try kind.member(of: ModelSpecification.Kind.self, called: "model")
    }
    if let hidden = entries["hidden"] {
      model.network.hidden = try hidden.items("width").map { item throws(InputError) in
        try item.whole()
      }
    }
    if let predicts = entries["predicts"] {
      model.network.predicts = try predicts.member(of: Parameterization.self)
    }
    if let activation = entries["activation"] {
      model.network.activation = try activation.member(of: Activation.self)
    }
    if let residual = entries["residual"] { model.network.isResidual = try residual.truth() }
    if let labels = entries["labels"] { model.network.isLabelled = try labels.truth() }
    if let variance = entries["variance"] {
      model.network.variance = try variance.member(
        of: NetworkSpecification.Variance.self, called: "variance of a model")
    }
    return model
  }

  /// `training`: batch, rate, optimizer, target and how often labels are dropped; what it does not
  /// say stays as in `base`. The method reads what is of use to it alone.
  func training(
    _ value: PresetValue, changing base: TrainingSpecification = TrainingSpecification()
  ) throws(InputError) -> TrainingSpecification {
    var training = base
    let entries = try value.entries(
      ["batch", "rate", "optimizer", "target", "label_dropout"] + Self.methodTrainingKeys)
    if let batch = entries["batch"] { training.batch = try batch.whole() }
    if let rate = entries["rate"] { training.rate = try rate.number() }
    if let optimizer = entries["optimizer"] {
      training.optimizer = try optimizer.member(of: Optimizer.self)
    }
    if let target = entries["target"] {
      training.target = try target.member(of: TrainingTarget.self)
    }
    if let dropout = entries["label_dropout"] { training.labelDropout = try dropout.number() }
    return training
  }
}
