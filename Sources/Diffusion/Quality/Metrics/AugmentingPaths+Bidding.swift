/// Most mass is moved by bids before paths are searched for (augmenting row reduction: Jonker and
/// Volgenant 1987; an auction without a least increment: Bertsekas 1988).
///
/// A source with mass left takes the sink that is best for it, from whoever has it, and lowers its
/// price until the second best is as good. Those who had it bid in their turn. Prices of sinks only
/// fall, so no pair is ever undercut and nothing has to be made good later.
extension AugmentingPaths {
  /// How many bids there are at most, for every source: near the end they undo one another, and paths
  /// are cheaper.
  private static let bidsPerSource = 12

  /// Lets all sources bid whose mass is left, one after the other.
  ///
  /// - Parameter watch: told the share of the bids that were made; throws to end the work.
  mutating func bid(watch: (_ fraction: Double) throws -> Void) rethrows {
    var waiting = (0..<sources.count).filter { excess[$0] > 0 }
    let most = Self.bidsPerSource * sources.count
    var turn = 0
    while turn < min(waiting.count, most) {
      let source = waiting[turn]
      turn += 1
      if turn & 4095 == 0 { try watch(Double(turn) / Double(most)) }
      guard excess[source] > 0, let offer = offer(of: source) else { continue }
      sourcePrices[source] = offer.second
      sinkPrices[offer.sink] -= offer.second - offer.first
      lookup.setPrice(of: offer.sink, to: sinkPrices[offer.sink])
      clear(offer.sink, but: source, to: &waiting)
      let mass = min(excess[source], deficits[offer.sink])
      excess[source] -= mass
      deficits[offer.sink] -= mass
      send(mass, from: source, to: offer.sink)
    }
    for source in 0..<sources.count where sourcePrices[source] > limits[source] { list(source) }
  }

  /// The best sink of a source, and what it and the second best cost less their prices; nil where
  /// there is no difference.
  private mutating func offer(of source: Int) -> (sink: Int, first: Double, second: Double)? {
    let place = sources.points[source]
    var (sink, first, second) = (-1, Double.infinity, Double.infinity)
    let start = source * listLength
    for index in start..<start + listLength {
      let gain = lookup.gain(Int(lists[index]), from: place)
      if gain < first {
        (sink, first, second) = (Int(lists[index]), gain, first)
      } else {
        second = min(second, gain)
      }
    }
    if second > limits[source] {
      list(source)
      let gains = ranking.gains
      guard gains.count > 1 else { return nil }
      (sink, first, second) = (ranking.sites[0], gains[0], gains[1])
    }
    return first < second && second.isFinite ? (sink, first, second) : nil
  }

  /// Gives the mass of a sink back to all but one of those who sent it.
  private mutating func clear(_ sink: Int, but bidder: Int, to waiting: inout [Int]) {
    var (share, kept) = (firstShare[sink], -1)
    while share >= 0 {
      let next = shares[share].next
      if shares[share].source == bidder {
        kept = share
      } else {
        excess[shares[share].source] += shares[share].mass
        deficits[sink] += shares[share].mass
        waiting.append(shares[share].source)
        release(share)
      }
      share = next
    }
    if kept >= 0 { shares[kept].next = -1 }
    firstShare[sink] = kept
  }
}
