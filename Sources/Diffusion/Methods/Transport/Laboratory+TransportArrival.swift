extension Laboratory {
  /// What the data really become at the prior's end, from the same noise as `transportStart`, which
  /// stands in for it; nil where there is no transport.
  ///
  /// On the straight line that is the prior itself; a shifted variance-preserving path keeps a
  /// little of the data. Pairs that optimal transport would match are left as they are drawn.
  public func transportArrival(count: Int) -> RunStart? {
    guard let transport, var arrival = transportStart(count: count),
      let labels = arrival.conditioning.labels
    else { return nil }
    // The ninth cloud of real data: the floor is the mean of eight.
    var stream = experiment.randomness.stream(.floor, step: 8)
    let pairs = TransportPairs(
      starts: arrival.points,
      clean: labels.map { transport.data.point(ofLabel: $0, from: &stream) },
      centres: labels.map { transport.centre(ofStartLabelled: $0) }, labels: labels)
    arrival.points = labels.indices.map { transport.state(of: pairs, $0, at: 1).point }
    return arrival
  }
}
