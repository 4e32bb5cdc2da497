/// A network while it is trained, whatever it learns: its numbers, its settings and its place in the
/// run. A trainer holds one, and adds the batches and what they mean.
public struct NetworkTraining: Sendable {
  /// The batch and the highest rate asked for. A rate lowered by a recovery stays so until another is
  /// asked for.
  var settings: TrainingSpecification {
    didSet {
      if settings.rate != oldValue.rate { learner.rate = settings.rate }
      if settings.optimizer != oldValue.optimizer { learner.change(to: settings.optimizer) }
    }
  }
  let seed: UInt64
  /// How many steps were made, recoveries included.
  private(set) var steps: Int
  /// What it sees a point through.
  let features: FeatureMap
  let kernels: Kernels
  /// The frame of the experiment that its data is seen in.
  var frame = Standardization.identity
  private var learner: WatchedLearner

  private init(
    _ architecture: MLP.Architecture, parameters: [Float], features: FeatureMap,
    settings: TrainingSpecification, seed: UInt64, steps: Int, ignorance: Double,
    falling fall: Recipe.Fall, reachesInputs: Bool, kernels: Kernels
  ) {
    self.settings = settings
    self.seed = seed
    self.steps = steps
    self.features = features
    self.kernels = kernels
    learner = WatchedLearner(
      Learner(
        mlp: MLP(architecture), parameters: parameters, optimizer: settings.optimizer,
        reachesInputs: reachesInputs, kernels: kernels),
      rate: settings.rate, ignorance: ignorance, falling: fall)
  }

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - purpose: which stream of the seed the features and the first weights are drawn from.
  ///   - ignorance: the loss of answers that know nothing, above 0.
  ///   - fall: how the rate falls.
  ///   - reachesInputs: whether gradients are taken on to the inputs.
  ///   - instructions: what to compute with; the same instructions give the same bytes.
  init(
    _ architecture: MLP.Architecture, settings: TrainingSpecification, seed: UInt64,
    purpose: Randomness.Purpose = .initialization, ignorance: Double = 1,
    falling fall: Recipe.Fall = .root, reachesInputs: Bool = false,
    instructions: InstructionSet = .best
  ) {
    var stream = Randomness(seed: seed).stream(purpose)
    let features = FeatureMap(from: &stream)
    self.init(
      architecture, parameters: Weights.initialParameters(of: architecture, from: &stream),
      features: features, settings: settings, seed: seed, steps: 0, ignorance: ignorance,
      falling: fall, reachesInputs: reachesInputs, kernels: Kernels(instructions))
  }

  /// A run that goes on from a trained network, with an optimizer that has to find its pace again.
  ///
  /// Nil where the network measures data of another place or size than this standardization, or sees
  /// it through other frequencies than those of its seed: in other coordinates it would be another
  /// function.
  init?(
    continuing network: TrainedNetwork, on standardization: Standardization,
    settings: TrainingSpecification, ignorance: Double = 1, falling fall: Recipe.Fall = .root,
    reachesInputs: Bool = false
  ) {
    var stream = Randomness(seed: network.seed).stream(.initialization)
    let features = FeatureMap(from: &stream)
    guard network.standardization == standardization, network.frequencies == features.frequencies
    else { return nil }
    self.init(
      network.architecture, parameters: network.parameters, features: features, settings: settings,
      seed: network.seed, steps: network.steps, ignorance: ignorance,
      falling: fall, reachesInputs: reachesInputs, kernels: Kernels(.best))
    frame = network.frame
  }

  /// The number of the step to come, from 1: the one that its batch is drawn for.
  var nextStep: Int { steps + 1 }

  /// The highest rate in force.
  var rate: Double { learner.rate }
  var recoveries: [Trainer.Recovery] { learner.recoveries }

  var mlp: MLP { learner.mlp }
  /// The parameters as they are, with padding: what a batch may ask the network itself by.
  var parameters: AlignedFloats { learner.parameters }
  var byteCount: Int { learner.byteCount }

  /// Moves the weights once, or back to good ones.
  ///
  /// - Parameter scale: by what the sum of the samples' errors is divided to give the loss.
  /// - Returns: the loss of the batch, before the move. When it, or where it is heading, says that
  ///   learning has gone astray, the weights go back to the last good ones instead, the rate is
  ///   halved and `recoveries` has one more entry.
  mutating func step(
    on batch: some BatchSource, dividedBy scale: Int, with team: WorkerTeam?
  ) -> Double {
    steps += 1
    return learner.step(on: batch, dividedBy: scale, step: steps, with: team)
  }

  /// The moving average of the weights, as what has learned these data.
  func network(
    of data: String, _ standardization: Standardization, labels: [String] = []
  ) -> TrainedNetwork {
    TrainedNetwork(
      architecture: mlp.architecture, standardization: standardization,
      frequencies: features.frequencies, parameters: learner.average, data: data, steps: steps,
      seed: seed, labels: labels, frame: frame)
  }
}

/// A training run of one network.
///
/// Like every `TrainingProcess` it is a value without clock, threads or hidden state: the same inputs
/// give the same bytes.
public protocol NetworkTrainer: TrainingProcess {
  /// The network that learns.
  var training: NetworkTraining { get set }
}

extension NetworkTrainer {
  public var settings: TrainingSpecification {
    get { training.settings }
    set { training.settings = newValue }
  }
  /// The seed of the first weights and of the batches.
  public var seed: UInt64 { training.seed }
  public var steps: Int { training.steps }
  public var rate: Double { training.rate }
  public var recoveries: [Trainer.Recovery] { training.recoveries }
}
