/// A process that asks networks which have learned together.
public protocol JointProcess: LearningProcess
where Trained == JointWeights<Learner.Networks>, Training == JointTraining<Learner> {
  associatedtype Learner: JointLearner

  /// What the networks learn.
  var subject: Learner.Subject { get }
}

extension JointProcess {
  public func trainer(in laboratory: Laboratory) -> JointTraining<Learner> {
    let experiment = laboratory.experiment
    var trainer = JointTraining<Learner>(
      subject, mixture: laboratory.wholeMixture, dataName: laboratory.dataName,
      network: experiment.model.network, settings: experiment.training, seed: experiment.seed)
    trainer.frame = laboratory.frame
    return trainer
  }

  public func trainer(
    continuing weights: JointWeights<Learner.Networks>, in laboratory: Laboratory
  ) -> JointTraining<Learner>? {
    JointTraining(
      subject, continuing: weights, mixture: laboratory.wholeMixture,
      dataName: laboratory.dataName, settings: laboratory.experiment.training)
  }
}

/// A process that comes back from noise along levels of its own, which its networks have learned.
public protocol LadderProcess: JointProcess, NoisingProcess {
  /// The levels that are visited.
  var ladder: JumpLadder { get }

  /// What networks that know the levels answer as.
  func model(of networks: Learner.Networks) -> Model

  /// Why networks are of no use here; nil where they know the levels.
  func refusal(of networks: Learner.Networks) -> String?
}

extension LadderProcess {
  public func model(
    learned weights: JointWeights<Learner.Networks>
  ) throws(GenerationError) -> Model {
    if let refusal = refusal(of: weights.networks) { throw GenerationError(refusal) }
    return model(of: weights.networks)
  }

  /// Once for each jump.
  public func calls(of model: Model, in laboratory: Laboratory) -> Int { ladder.count }

  public func start(count: Int, in laboratory: Laboratory) -> [Point] {
    ReverseProcess.start(
      count: count, schedule: laboratory.schedule, grid: ladder.grid,
      randomness: laboratory.experiment.randomness)
  }

  public func cost(of model: Model, in laboratory: Laboratory) -> Int {
    max(4, laboratory.mixture.components.count)
  }
}
