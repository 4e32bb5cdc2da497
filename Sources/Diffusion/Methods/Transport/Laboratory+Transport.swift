extension Laboratory {
  /// Where points of the transport set out from, drawn by the seed; nil where there is none.
  ///
  /// Where labels are asked for, all starts belong to them.
  public func transportStart(count: Int) -> RunStart? {
    transport.map { transportStart(of: $0, count: count) }
  }

  func transportStart(of transport: Transport, count: Int) -> RunStart {
    var stream = experiment.randomness.stream(.start, step: 1)
    let labels = transport.labels(count, among: askedLabels, from: &stream)
    return transport.start(labels: labels, randomness: experiment.randomness)
  }

  /// The indices of the labels that are asked for, if some are.
  public var askedLabels: [Int]? {
    guard let guidance, guidance.specification.label != nil else { return nil }
    return guidance.target.labels.compactMap(mixture.labels.firstIndex)
  }

  /// The exact velocity field of the transport, knowing each point's label if the experiment passes it; nil
  /// where there is no transport or it has no exact field.
  public var exactVelocityField: ExactVelocityField? {
    guard let transport else { return nil }
    return try? ExactVelocityField(
      transport, isLabelPassed: experiment.transport?.isLabelPassed ?? false)
  }

  /// The times at which a transport stops.
  public var transportTimes: [Double] { schedule.times(of: grid) ?? [] }

  /// The way back of a transport.
  ///
  /// - Parameters:
  ///   - noise: the noise of a step; nil for that of the seed.
  public func transportProcess(
    with model: any VelocityField, given conditioning: Conditioning,
    noise: (@Sendable (_ step: Int, _ count: Int) -> [Point])? = nil
  ) -> TransportProcess? {
    guard let transport, let settings = experiment.transport,
      let solver = TransportSolver(experiment.sampler.kind)
    else { return nil }
    let randomness = experiment.randomness
    return TransportProcess(
      model: model, solver: solver, times: transportTimes, conditioning: conditioning,
      tolerance: experiment.sampler.options.tolerance, diffusion: settings.diffusion,
      axis: TransportPath(experiment.schedule.kind) == .straightLine
        ? TransportAxis(data: mixture.spread, prior: transport.prior.spread) : .straight,
      noise: noise ?? { step, count in
        var stream = randomness.stream(.sampling, step: step)
        return stream.normalPoints(count)
      })
  }
}

extension Laboratory {
  /// What a network of the transport says it has learned: data, prior, coupling and path, with a
  /// number that tells apart what has the same words. It is of use for nothing else.
  func name(of transport: Transport) -> String {
    let prior = experiment.transport?.prior ?? .standard
    let path = TransportPath(experiment.schedule.kind) ?? .straightLine
    return "\(experiment.distribution.title) from \(prior.title)\(Weights.transportMark)"
      + " \(transport.coupling.id), path \(path.rawValue), number \(transport.fingerprint)"
  }

  /// A trainer for the experiment's network on its transport; told labels where the model is.
  ///
  /// - Parameter pool: pairs to learn in place of the coupling's.
  public func transportTrainer(pool: TransportPairs? = nil) -> TransportTrainer? {
    transport.map { transportTrainer(of: $0, pool: pool) }
  }

  /// A trainer for the experiment's network on a transport; told labels where the model is.
  ///
  /// - Parameter pool: pairs to learn in place of the coupling's.
  public func transportTrainer(
    of transport: Transport, pool: TransportPairs? = nil
  ) -> TransportTrainer {
    var network = experiment.model.network
    network.isLabelled = experiment.tellsLabels
    let name = name(of: transport)
    return TransportTrainer(
      transport, name: pool == nil ? name : "\(name), reflowed",
      network: network, settings: experiment.training, seed: experiment.seed, pool: pool)
  }

  /// Pairs that a model itself joins: starts, and where it leads them. Learned anew, they make
  /// straighter ways (reflow, Liu et al. 2023).
  public func pairs(joinedBy model: any VelocityField, count: Int) -> TransportPairs? {
    guard let transport, let start = transportStart(count: count),
      let process = transportProcess(with: model, given: start.conditioning)
    else { return nil }
    let labels = start.conditioning.labels ?? [Int](repeating: 0, count: count)
    return TransportPairs(
      starts: start.points, clean: process.run(from: start.points),
      centres: labels.map { transport.centre(ofStartLabelled: $0) }, labels: labels,
      heights: start.conditioning.heights ?? [])
  }
}
