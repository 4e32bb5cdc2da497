/// Pairs that are matched minibatch by minibatch, which takes its time: whoever waits can show how
/// far it has got.
///
/// Matching hands the starts out anew and moves no clean point. Pairs of a coupling that matches
/// nothing are finished as they are drawn.
public struct PairMatching: Sendable {
  /// The pairs, of which the first few are matched.
  public private(set) var pairs: TransportPairs
  /// How many are.
  public private(set) var matched: Int
  private let transport: Transport
  private let batch: Int

  /// Draws pairs that are not matched yet.
  ///
  /// - Parameter batch: how many are matched among themselves, at least one.
  init(
    _ count: Int, of transport: Transport, batch: Int, from stream: inout RandomStream
  ) {
    self.transport = transport
    self.batch = batch
    pairs = TransportPairs(starts: [], clean: [], centres: [], labels: [])
    matched = 0
    guard !transport.coupling.isExact else {
      pairs = transport.pairs(count, from: &stream)
      matched = count
      return
    }
    while pairs.count < count {
      pairs += transport.unmatchedPairs(min(batch, count - pairs.count), from: &stream)
    }
  }

  public var isFinished: Bool { matched == pairs.count }

  /// The share of the pairs that are matched, from 0 to 1.
  public var progress: Double { Double(matched) / Double(max(1, pairs.count)) }

  /// Matches minibatches until so many further pairs are matched, or all.
  public mutating func advance(by count: Int) {
    let goal = min(pairs.count, matched + count)
    while matched < goal {
      let next = min(pairs.count, matched + batch)
      transport.match(&pairs, matched..<next)
      matched = next
    }
  }
}

extension Laboratory {
  /// Pairs drawn by the seed, for the way from the data to the prior; nil where there is no
  /// transport. Optimal transport matches them in minibatches as large as those of training.
  public func pairMatching(count: Int) -> PairMatching? {
    guard let transport else { return nil }
    var stream = experiment.randomness.stream(.data)
    return PairMatching(
      count, of: transport, batch: experiment.training.batch, from: &stream)
  }

  /// The same pairs, all of them matched.
  public func transportPairs(count: Int) -> TransportPairs? {
    guard var matching = pairMatching(count: count) else { return nil }
    matching.advance(by: count)
    return matching.pairs
  }
}
