/// A network that learns any jump along the probability-flow ODE, advanced one step at a time.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct FlowMapTrainer: NetworkTrainer {
  public let objective: FlowMapObjective
  /// What is learned, in words.
  public let dataName: String
  public var training: NetworkTraining

  private let data: TrainingData
  private var teacher: TeacherWays?
  /// The network at the end of the phase before.
  private var earlier: AlignedFloats

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
    self.init(
      NetworkTraining(
        FlowMapWeights.architecture(of: network), settings: settings, seed: seed,
        ignorance: objective.ignorance, falling: objective.fall, instructions: instructions),
      on: TrainingData(mixture: mixture), objective: objective, teacher: teacher,
      dataName: dataName)
  }

  /// A run that goes on from trained weights, with an optimizer that has to find its pace again; nil
  /// where they measure data of another place or size.
  public init?(
    continuing weights: FlowMapWeights, mixture: GaussianMixture, objective: FlowMapObjective,
    teacher: (any Denoiser)?, dataName: String, settings: TrainingSpecification
  ) {
    let data = TrainingData(mixture: mixture)
    guard
      let training = NetworkTraining(
        continuing: weights.network, on: data.standardization, settings: settings,
        ignorance: objective.ignorance, falling: objective.fall)
    else { return nil }
    self.init(
      training, on: data, objective: objective, teacher: teacher, dataName: dataName)
  }

  private init(
    _ training: NetworkTraining, on data: TrainingData, objective: FlowMapObjective,
    teacher: (any Denoiser)?, dataName: String
  ) {
    self.training = training
    self.data = data
    self.objective = objective
    self.dataName = dataName
    earlier = training.parameters
    self.teacher = teacher.map { TeacherWays(of: $0, data.standardization, seed: training.seed) }
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error of the mean velocities in canonical coordinates, before the
  ///   move.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    let step = training.nextStep
    if step.isMultiple(of: TeacherWays.interval) {
      let seed = seed
      teacher?.renew(step: step, seed: seed)
    }
    if ProgressivePhase.begins(withStep: step) { earlier = training.parameters }
    let batch = FlowMapBatch(
      objective: objective, data: data, teacher: teacher, student: predictor(training.parameters),
      earlier: predictor(earlier), seed: seed, step: step, size: settings.batch)
    return training.step(on: batch, dividedBy: 2 * settings.batch, with: team)
  }

  private func predictor(_ parameters: AlignedFloats) -> FlowMapPredictor {
    FlowMapPredictor(
      mlp: training.mlp, parameters: parameters, features: training.features,
      kernels: training.kernels)
  }

  /// The moving average of the weights: what to sample with.
  public var weights: FlowMapWeights {
    FlowMapWeights(training.network(of: dataName, data.standardization), objective: objective)
  }
}
