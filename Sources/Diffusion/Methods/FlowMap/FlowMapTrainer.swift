/// A network that learns any jump along the probability-flow ODE, advanced one step at a time.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct FlowMapTrainer: TrainingProcess {
  public let objective: FlowMapObjective
  /// What is learned, in words.
  public let dataName: String
  /// The batch and the highest rate asked for; they may be changed between steps. A rate lowered by
  /// a recovery stays so until another is asked for.
  public var settings: TrainingSpecification {
    didSet {
      if settings.rate != oldValue.rate { learner.rate = settings.rate }
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  public let seed: UInt64
  public private(set) var steps = 0
  public var rate: Double { learner.rate }
  public var recoveries: [Trainer.Recovery] { learner.recoveries }

  private let data: TrainingData
  private let features: FeatureMap
  private let kernels: Kernels
  private var teacher: TeacherWays?
  /// The network at the end of the phase before.
  private var earlier: AlignedFloats
  private var learner: WatchedLearner

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - teacher: who leads the ways that jumps are learned on; nil for straight pairs of clean
  ///     points and noise.
  ///   - network: its hidden layers; the rest of it is not read.
  public init(
    mixture: GaussianMixture, objective: FlowMapObjective, teacher: (any Denoiser)?,
    dataName: String, network: NetworkSpecification = NetworkSpecification(),
    settings: TrainingSpecification = TrainingSpecification(), seed: UInt64,
    instructions: InstructionSet = .best
  ) {
    precondition(teacher != nil || !objective.needsTeacher, "the objective needs a teacher")
    self.objective = objective
    self.dataName = dataName
    self.settings = settings
    self.seed = seed
    data = TrainingData(mixture: mixture)
    kernels = Kernels(instructions)
    var stream = Randomness(seed: seed).stream(.initialization)
    features = FeatureMap(from: &stream)
    let architecture = FlowMapWeights.architecture(of: network)
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture),
        parameters: Weights.initialParameters(of: architecture, from: &stream),
        optimizer: settings.optimizer, kernels: kernels),
      rate: settings.rate, ignorance: objective.ignorance)
    earlier = learner.parameters
    self.teacher = teacher.map { [data] in
      TeacherWays(of: $0, data.standardization, seed: seed)
    }
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size.
  public init?(
    continuing weights: FlowMapWeights, mixture: GaussianMixture, objective: FlowMapObjective,
    teacher: (any Denoiser)?, dataName: String, settings: TrainingSpecification
  ) {
    self.init(
      mixture: mixture, objective: objective, teacher: teacher, dataName: dataName,
      network: NetworkSpecification(
        hidden: weights.architecture.hidden, activation: weights.architecture.activation,
        isResidual: weights.architecture.isResidual), settings: settings, seed: weights.seed)
    guard data.standardization == weights.standardization,
      features.frequencies == weights.frequencies
    else { return nil }
    learner = WatchedLearner(
      Learner(
        mlp: learner.mlp, parameters: weights.parameters, optimizer: settings.optimizer,
        kernels: kernels), rate: settings.rate, ignorance: objective.ignorance)
    earlier = learner.parameters
    steps = weights.steps
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error of the mean velocities in canonical coordinates, before the
  ///   move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    steps += 1
    if steps.isMultiple(of: TeacherWays.interval) {
      let (step, seed) = (steps, seed)
      teacher?.renew(step: step, seed: seed)
    }
    if ProgressivePhase.begins(withStep: steps) { earlier = learner.parameters }
    let batch = FlowMapBatch(
      objective: objective, data: data, teacher: teacher, student: predictor(learner.parameters),
      earlier: predictor(earlier), seed: seed, step: steps, size: settings.batch)
    return learner.step(on: batch, dividedBy: 2 * settings.batch, step: steps, with: team)
  }

  private func predictor(_ parameters: AlignedFloats) -> FlowMapPredictor {
    FlowMapPredictor(
      mlp: learner.mlp, parameters: parameters, features: features, kernels: kernels)
  }

  /// The moving average of the weights: what to sample with.
  public var weights: FlowMapWeights {
    FlowMapWeights(
      objective: objective, architecture: learner.mlp.architecture,
      standardization: data.standardization, frequencies: features.frequencies,
      parameters: learner.average, data: dataName, steps: steps, seed: seed)
  }
}
