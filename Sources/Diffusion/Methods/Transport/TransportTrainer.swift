/// A network that learns the velocity of a transport from its pairs, advanced one step at a time:
/// flow matching (Lipman et al. 2023), for any prior, coupling and path.
///
/// Like the `Trainer` of a denoiser it is a value: the same inputs give the same bytes.
public struct TransportTrainer: NetworkTrainer {
  public let transport: Transport
  /// What is learned, in words.
  public let name: String
  public let network: NetworkSpecification
  public var training: NetworkTraining

  /// Pairs made before that are drawn from in place of the coupling's: reflow.
  private let pool: TransportPairs?
  private let frame: TransportFrame

  /// A run that has made no step yet.
  ///
  /// - Parameters:
  ///   - network: its labels are those of the data where it is told labels.
  ///   - pool: pairs to learn in place of the coupling's, at least one.
  public init(
    _ transport: Transport, name: String, network: NetworkSpecification,
    settings: TrainingSpecification, seed: UInt64, pool: TransportPairs? = nil,
    instructions: InstructionSet = .best
  ) {
    self.transport = transport
    self.name = name
    self.network = network
    self.pool = pool
    frame = TransportFrame(of: transport)
    training = NetworkTraining(
      Self.architecture(of: network, for: transport), settings: settings, seed: seed,
      instructions: instructions)
  }

  /// The sizes of the layers; as many inputs for labels as the transport has, where it is told them.
  private static func architecture(
    of network: NetworkSpecification, for transport: Transport
  ) -> MLP.Architecture {
    network.architecture(
      labels: network.isLabelled ? transport.labels.count : 0, heights: transport.heightInputs)
  }

  /// A run that goes on from trained weights of the same transport, with an optimizer that has to
  /// find its pace again; nil where they know other labels or see through other frequencies.
  public init?(continuing weights: Weights, _ transport: Transport, settings: TrainingSpecification)
  {
    guard
      Self.architecture(of: weights.specification, for: transport) == weights.architecture,
      weights.labels.isEmpty || weights.labels == transport.labels,
      weights.heights == transport.heightInputs,
      let training = NetworkTraining(
        continuing: weights.network, on: .identity, settings: settings)
    else { return nil }
    self.transport = transport
    name = weights.data
    network = weights.specification
    pool = nil
    frame = TransportFrame(of: transport)
    self.training = training
  }

  /// Draws a batch and moves the weights once.
  ///
  /// - Returns: the mean squared error of the batch before the move, in units of the velocities'
  ///   spread. It cannot fall to 0 where ways cross. When learning has gone astray the weights go
  ///   back to the last good ones instead, and `recoveries` has one more entry.
  public mutating func step(on team: WorkerTeam? = nil) -> Double {
    var stream = Randomness(seed: seed).stream(.training, step: training.nextStep)
    let batch = TransportBatch(
      pairs(from: &stream), of: transport, in: frame,
      labelCount: network.isLabelled ? transport.labels.count : 0,
      labelDropout: settings.labelDropout, features: training.features,
      kernels: training.kernels, from: &stream)
    return training.step(on: batch, dividedBy: 2 * settings.batch, with: team)
  }

  private func pairs(from stream: inout RandomStream) -> TransportPairs {
    guard let pool else { return transport.pairs(settings.batch, from: &stream) }
    var chosen = pool.chosen(
      (0..<settings.batch).map { _ in Int(stream.uniform() * Double(pool.count)) })
    transport.addBridges(to: &chosen, from: &stream)
    return chosen
  }

  /// The moving average of the weights: what to sample with.
  public var weights: Weights {
    Weights(
      training.network(
        of: name, .identity, labels: network.isLabelled ? transport.labels : []),
      predicts: .velocity, heights: transport.heightInputs)
  }
}
