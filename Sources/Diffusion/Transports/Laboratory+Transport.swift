extension Laboratory {
  /// Where points of the transport set out from, drawn by the seed; nil where there is none.
  ///
  /// Where a label is asked for, all starts belong to it.
  public func transportStart(count: Int) -> TransportStart? {
    guard let transport else { return nil }
    var stream = experiment.randomness.stream(.start, step: 1)
    let labels =
      askedLabel.map { [Int](repeating: $0, count: count) }
      ?? transport.labels(count, from: &stream)
    return transport.start(labels: labels, randomness: experiment.randomness)
  }

  /// The index of the label that is asked for, if one is.
  public var askedLabel: Int? {
    guidance?.specification.label.flatMap(mixture.labels.firstIndex)
  }

  /// The exact motion of the transport, knowing each point's label if the experiment passes it; nil
  /// where there is no transport or it has no exact field.
  public var exactMotion: ExactMotion? {
    guard let transport else { return nil }
    return try? ExactMotion(
      transport, isLabelPassed: experiment.transport?.isLabelPassed ?? false)
  }

  /// The times at which a transport stops.
  public var transportTimes: [Double] { schedule.times(of: grid) ?? [] }

  /// The way back of a transport.
  ///
  /// - Parameters:
  ///   - noise: the noise of a step; nil for that of the seed.
  public func transportProcess(
    with model: any TransportModel, carrying cargo: TransportCargo,
    noise: (@Sendable (_ step: Int, _ count: Int) -> [Point])? = nil
  ) -> TransportProcess? {
    guard let settings = experiment.transport, let solver = TransportSolver(experiment.sampler.kind)
    else { return nil }
    let randomness = experiment.randomness
    return TransportProcess(
      model: model, solver: solver, times: transportTimes, cargo: cargo,
      tolerance: experiment.sampler.options.tolerance, diffusion: settings.diffusion,
      noise: noise ?? { step, count in
        var stream = randomness.stream(.sampling, step: step)
        return stream.normalPoints(count)
      })
  }
}
