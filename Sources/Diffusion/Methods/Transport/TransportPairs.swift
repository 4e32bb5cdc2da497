/// Starts and the clean points they are paired with: what a network learns a transport from.
public struct TransportPairs: Sendable, Equatable {
  public var starts: [Point]
  public var clean: [Point]
  /// For every start the centre of the Gaussian it was drawn from, around which a shifted path
  /// runs.
  public var centres: [Point]
  /// The label of every clean point, an index into the data's labels.
  public var labels: [Int]
  /// The standard-normal noise of every pair's bridge; none where there are no bridges.
  public var noises: [Point] = []
  /// The third coordinate of every pair; none where there is no lift.
  public var heights: [Double] = []

  public var count: Int { starts.count }

  /// Adds other pairs after these.
  static func += (pairs: inout TransportPairs, others: TransportPairs) {
    pairs.starts += others.starts
    pairs.clean += others.clean
    pairs.centres += others.centres
    pairs.labels += others.labels
    pairs.noises += others.noises
    pairs.heights += others.heights
  }

  /// Some of the pairs, in an order of their own.
  func chosen(_ members: [Int]) -> TransportPairs {
    TransportPairs(
      starts: members.map { starts[$0] }, clean: members.map { clean[$0] },
      centres: members.map { centres[$0] }, labels: members.map { labels[$0] },
      noises: noises.isEmpty ? [] : members.map { noises[$0] },
      heights: heights.isEmpty ? [] : members.map { heights[$0] })
  }
}

extension Transport {
  /// Pairs drawn by the coupling; those of minibatch optimal transport are matched among
  /// themselves.
  public func pairs(_ count: Int, from stream: inout RandomStream) -> TransportPairs {
    var drawn = unmatchedPairs(count, from: &stream)
    match(&drawn, 0..<count)
    return drawn
  }

  /// Pairs as they are drawn, those of minibatch optimal transport not matched yet.
  func unmatchedPairs(_ count: Int, from stream: inout RandomStream) -> TransportPairs {
    var drawn = draw(count, from: &stream)
    addBridges(to: &drawn, from: &stream)
    drawn.heights = lift?.heights(of: drawn.labels, from: &stream) ?? []
    return drawn
  }

  /// Matches a minibatch of drawn pairs, where the coupling does.
  func match(_ drawn: inout TransportPairs, _ batch: Range<Int>) {
    switch coupling {
    case .independent, .label: break
    case .optimalTransport: drawn.match(Array(batch))
    case .labelledOptimalTransport:
      for members in Dictionary(grouping: batch, by: { drawn.labels[$0] }).values {
        drawn.match(members)
      }
    }
  }

  /// Draws the noise of the bridges anew, where pairs are joined by bridges.
  func addBridges(to pairs: inout TransportPairs, from stream: inout RandomStream) {
    pairs.noises = bridgeNoise > 0 ? stream.normalPoints(pairs.count) : []
  }

  /// Where a pair is at a time, by the clock of its label, and how fast it moves: infinitely fast
  /// at the clean end of a variance-preserving path, and at both ends of a bridge.
  public func state(
    of pairs: TransportPairs, _ index: Int, at time: Double
  ) -> (point: Point, velocity: Point) {
    let here = coefficients(ofLabel: pairs.labels[index], at: time)
    let (clean, centre) = (pairs.clean[index], pairs.centres[index])
    let deviation = pairs.starts[index] - centre
    let state = (
      point: centre + here.alpha * (clean - centre) + here.sigma * deviation,
      velocity: here.alphaRate * (clean - centre) + here.sigmaRate * deviation
    )
    guard !pairs.noises.isEmpty else { return state }
    let noise = pairs.noises[index]
    return (
      state.point + here.bridge.squareRoot() * noise, state.velocity + here.bridgeRate * noise
    )
  }

  private func draw(_ count: Int, from stream: inout RandomStream) -> TransportPairs {
    var thresholds: [Double] = []
    for pair in pairs { thresholds.append((thresholds.last ?? 0) + pair.weight) }
    let total = thresholds.last ?? 1
    var drawn = TransportPairs(starts: [], clean: [], centres: [], labels: [])
    for _ in 0..<count {
      let choice = total * stream.uniform()
      let pair = pairs[thresholds.partitioningIndex { $0 > choice }]
      let (clean, start) = (data.components[pair.clean], prior.components[pair.start])
      drawn.clean.append(clean.mean + clean.covariance.coloured(stream.normalPoint()))
      drawn.starts.append(start.mean + start.covariance.coloured(stream.normalPoint()))
      drawn.centres.append(start.mean)
      drawn.labels.append(pair.label)
    }
    return drawn
  }
}

extension TransportPairs {
  /// Hands the starts of some members out among them, for the least sum of squared distances.
  fileprivate mutating func match(_ members: [Int]) {
    let partners = ExactTransport.matching(
      from: members.map { clean[$0] }, to: members.map { self.starts[$0] })
    let (starts, centres) = (self.starts, self.centres)
    for (member, partner) in zip(members, partners) {
      self.starts[member] = starts[members[partner]]
      self.centres[member] = centres[members[partner]]
    }
  }
}

extension [Double] {
  /// The first index at which a condition that stays true once it is holds; the last where it never
  /// does.
  fileprivate func partitioningIndex(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count - 1)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
