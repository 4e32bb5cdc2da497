/// What a method builds of an experiment: all that shared code asks about the way between noise and
/// data.
///
/// A process is a value that keeps what was built; what it also needs it is handed with the
/// laboratory that holds it.
public protocol GenerativeProcess: Sendable {
  /// Whether points of a run belong to a label from its start on.
  var startsCarryLabels: Bool { get }

  /// Whether the model, or where a point starts, tells that label.
  func startsTellLabels(in laboratory: Laboratory) -> Bool

  /// Whether how points move, and where they come from, is known in closed form.
  var hasExactField: Bool { get }

  /// What a network of the experiment says that it has learned.
  func dataName(in laboratory: Laboratory) -> String

  /// Points of the marginals at times from 0 (data) to 1 (the far end), drawn by the experiment's
  /// seed; the clouds share their ends, so that neighbours differ by what moves and not by chance.
  func marginals(at times: [Double], count: Int, in laboratory: Laboratory) -> [[Point]]

  /// How near a level that runs start from is to what they start with.
  func noiseEnd(at level: NoiseLevel, in laboratory: Laboratory) -> NoiseEnd

  /// What is wrong with the length of the experiment's steps; nil where nothing is.
  func stepSizeWarning(in laboratory: Laboratory) -> StepSizeWarning?

  /// What keeps a network from learning the way from its start; nil where nothing does.
  func scaleWarning(in laboratory: Laboratory) -> ScaleWarning?

  /// A training run for the experiment's network; nil where nothing is learned.
  func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)?

  /// What the training loss of the experiment's network cannot be below in the mean, however it
  /// learns, still to be worked out; nil where that is not known exactly.
  func leastTrainingLoss(in laboratory: Laboratory) -> LeastTrainingLoss?

  /// The ways to single ends that the way of the whole is made of; nil where none are known.
  func conditionalPaths(in laboratory: Laboratory) -> (any ConditionalPaths)?

  /// A training run that goes on from a trained network; nil where it cannot.
  func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)?

  /// The run from the far end to the data, by the experiment's own sampler, steps and guidance.
  ///
  /// - Parameters:
  ///   - weights: those of the network that is asked; nil for the exact answer.
  ///   - count: how many points set out, by the experiment's seed.
  func generation(
    by weights: (any TrainedWeights)?, count: Int, in laboratory: Laboratory
  ) throws(GenerationError) -> Generation
}

extension GenerativeProcess {
  public var startsCarryLabels: Bool { false }
  public func startsTellLabels(in laboratory: Laboratory) -> Bool { false }
  public var hasExactField: Bool { true }

  public func dataName(in laboratory: Laboratory) -> String {
    laboratory.experiment.distribution.title
  }

  public func trainingProcess(in laboratory: Laboratory) -> (any TrainingProcess)? { nil }

  public func trainingProcess(
    continuing weights: any TrainedWeights, in laboratory: Laboratory
  ) -> (any TrainingProcess)? { nil }

  public func leastTrainingLoss(in laboratory: Laboratory) -> LeastTrainingLoss? { nil }
  public func conditionalPaths(in laboratory: Laboratory) -> (any ConditionalPaths)? { nil }
  public func stepSizeWarning(in laboratory: Laboratory) -> StepSizeWarning? { nil }
  public func scaleWarning(in laboratory: Laboratory) -> ScaleWarning? { nil }
}

/// A run from noise to data, step by step.
public struct Generation: Sendable {
  /// Where the points set out from.
  public let start: [Point]
  /// The label each start belongs to, an index into the data's labels; nil where it belongs to none.
  public let labels: [Int]?
  public let steps: Int
  /// How many past states a step reads.
  public let memory: Int
  /// The state one step on; steps are numbered from 0.
  public let advance: @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState

  public init(
    start: [Point], labels: [Int]? = nil, steps: Int, memory: Int = 0,
    advance: @escaping @Sendable (_ state: SamplingState, _ step: Int) -> SamplingState
  ) {
    self.start = start
    self.labels = labels
    self.steps = steps
    self.memory = memory
    self.advance = advance
  }

  /// The points after all steps.
  public func run() -> [Point] {
    (0..<steps).reduce(SamplingState(start)) { advance($0, $1) }.points
  }

  /// All states of the run.
  public var trajectory: Trajectory {
    Trajectory(start: start, length: steps, pastSteps: memory) { advance($0, $1) }
  }
}

/// Why a run cannot be made as asked, in words for people.
public struct GenerationError: Error, CustomStringConvertible, Equatable {
  public let description: String

  public init(_ description: String) {
    self.description = description
  }

  /// Weights of another method's network.
  static func foreign(_ weights: any TrainedWeights, to method: Method) -> GenerationError {
    GenerationError(
      "the network has learned \(weights.data.excerpt), and is of no use to the method \(method.id)"
    )
  }
}

extension Laboratory {
  /// What is wrong with the length of the experiment's steps; nil where nothing is.
  public var stepSizeWarning: StepSizeWarning? { process.stepSizeWarning(in: self) }

  /// What keeps a network from learning the way from its start; nil where nothing does.
  public var scaleWarning: ScaleWarning? { process.scaleWarning(in: self) }

  /// A training run for the experiment's network, whatever its method learns; nil where that is
  /// nothing.
  public var trainingProcess: (any TrainingProcess)? { process.trainingProcess(in: self) }

  /// The same going on from a trained network; nil where it has learned something else, or where
  /// the method cannot go on.
  public func trainingProcess(
    continuing weights: any TrainedWeights
  ) -> (any TrainingProcess)? {
    process.trainingProcess(continuing: weights, in: self)
  }

  /// What the training loss of the experiment's network cannot be below in the mean, still to be worked
  /// out; nil where that is not known exactly.
  public var leastTrainingLoss: LeastTrainingLoss? { process.leastTrainingLoss(in: self) }

  /// What a network of the experiment says that it has learned.
  public var dataName: String { process.dataName(in: self) }

  /// Whether starts belong to the class they are labelled with.
  public var startsTellLabels: Bool { process.startsTellLabels(in: self) }

  /// Whether how points move, and where they come from, is known in closed form.
  public var hasExactField: Bool { process.hasExactField }

  /// The run from the far end to the data that the experiment describes.
  public func generation(
    by weights: (any TrainedWeights)?, count: Int
  ) throws(GenerationError) -> Generation {
    try process.generation(by: weights, count: count, in: self)
  }
}
