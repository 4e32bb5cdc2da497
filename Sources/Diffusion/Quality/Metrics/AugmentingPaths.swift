/// The transportation problem by successive shortest paths, with prices that no pair undercuts.
///
/// Sources and sinks have prices `u` and `v`; `cost − u − v` is never negative, and mass only moves
/// where it is 0: then no plan is cheaper (Kuhn 1955). Mass not yet moved takes the path on which
/// these reduced costs add up to least, found by Dijkstra's search, after which the prices of all
/// that it passed follow. Most is moved before by bids, which are far cheaper (see
/// `AugmentingPaths+Bidding`). Prices change in doubles: what rounding leaves is for
/// `TransportSimplex`.
///
/// Of the n·m pairs only a few are looked at. Every source has a list of the sinks that were best
/// when it was made, and knows below which price of its own no others can matter; beyond, the tree
/// is asked (see `AugmentingPaths+Search`).
struct AugmentingPaths {
  /// Mass on its way from a source to a sink.
  struct Share {
    let source: Int
    let sink: Int
    var mass: Int
    /// The next share of the sink, or of those that are free; -1 for none.
    var next: Int
  }

  private static let listLength = 16

  let sources: MassPoints
  let sinks: MassPoints
  var sourcePrices: [Double]
  var sinkPrices: [Double]
  /// The sinks as the search finds them: without those that it has been to.
  var lookup: PricedTree
  /// For every source the sinks that were best, side by side.
  private(set) var lists: [Int32]
  let listLength: Int
  /// For every source what all sinks beyond its list cost at least, less their prices.
  private(set) var limits: [Double]
  var ranking: SiteRanking
  /// How many sources, from the first on, have a list.
  private var listed = 0

  var excess: [Int]
  var deficits: [Int]
  var shares: [Share] = []
  var firstShare: [Int]
  private var freeShare = -1
  var search: PathSearch

  /// Begins with prices of the sinks, and moves what can be moved at once.
  init(
    from sources: MassPoints, to sinks: MassPoints, kind: ExactTransport.Cost, prices: [Double]
  ) {
    self.sources = sources
    self.sinks = sinks
    lookup = PricedTree(sinks, kind: kind)
    lookup.setPrices { prices[$0] }
    sinkPrices = prices
    sourcePrices = [Double](repeating: 0, count: sources.count)
    limits = sourcePrices
    listLength = min(Self.listLength, sinks.count)
    lists = [Int32](repeating: 0, count: listLength * sources.count)
    ranking = SiteRanking(capacity: listLength)
    excess = sources.masses
    deficits = sinks.masses
    firstShare = [Int](repeating: -1, count: sinks.count)
    search = PathSearch(sourceCount: sources.count, sinkCount: sinks.count)
    for source in 0..<sources.count {
      list(source)
      sourcePrices[source] = ranking.gains[0]
      moveAtOnce(from: source)
    }
  }

  /// Makes the list of a source anew. The worst of the old one, or of the source before, is no better
  /// than the worst of the new one can be.
  mutating func list(_ source: Int) {
    let place = sources.points[source]
    let known = source < listed ? source : source - 1
    let limit = known < 0 ? .infinity : worstGain(from: place, onListOf: known).nextUp
    lookup.rank(&ranking, from: place, below: limit)
    listed = max(listed, source + 1)
    let first = source * listLength
    for (index, sink) in ranking.sites.enumerated() { lists[first + index] = Int32(sink) }
    limits[source] = listLength == sinks.count ? .infinity : ranking.limit
  }

  private func worstGain(from place: Point, onListOf source: Int) -> Double {
    let first = source * listLength
    return (first..<first + listLength).reduce(-.infinity) {
      max($0, lookup.gain(Int(lists[$1]), from: place))
    }
  }

  private mutating func moveAtOnce(from source: Int) {
    for (sink, gain) in zip(ranking.sites, ranking.gains) {
      if gain > ranking.gains[0] { return }
      let mass = min(excess[source], deficits[sink])
      if mass == 0 { continue }
      excess[source] -= mass
      deficits[sink] -= mass
      send(mass, from: source, to: sink)
    }
  }

  /// Moves everything that is left.
  ///
  /// - Parameter watch: told about how much of it is done; throws to end the work.
  mutating func solve(watch: (_ fraction: Double) throws -> Void) rethrows {
    let part = 0.3
    try bid { try watch(part * $0) }
    var searches = 0
    for source in 0..<sources.count {
      while excess[source] > 0 {
        augment(from: source)
        searches += 1
        if searches & 15 == 0 {
          try watch(part + (1 - part) * Double(source) / Double(sources.count))
        }
      }
    }
  }

  private mutating func augment(from start: Int) {
    let (end, distance) = findPath(from: start)
    var mass = min(excess[start], deficits[end])
    for (_, share) in path(to: end) where share >= 0 { mass = min(mass, shares[share].mass) }
    excess[start] -= mass
    deficits[end] -= mass
    var sink = end
    for (source, share) in path(to: end) {
      send(mass, from: source, to: sink)
      if share < 0 { break }
      sink = shares[share].sink
      take(mass, of: share)
    }
    raisePrices(by: distance)
    for source in search.reachedSources where sourcePrices[source] > limits[source] {
      list(source)
    }
    search.removeAll()
  }

  /// The sources on the path to a sink, the last first, each with the share through which it was
  /// reached; -1 where the path begins.
  private func path(to end: Int) -> [(source: Int, share: Int)] {
    var path: [(source: Int, share: Int)] = []
    var sink = end
    while true {
      let source = search.origins[sink]
      let share = search.entries[source]
      path.append((source, share))
      if share < 0 { return path }
      sink = shares[share].sink
    }
  }

  /// Lets all that was nearer than the end of a path follow: sources rise and sinks fall by as much
  /// as they were nearer. Where most were, the others move instead, so that prices of points far out
  /// change and not those of the many.
  private mutating func raisePrices(by distance: Double) {
    if 2 * search.reachedSources.count <= sources.count {
      for source in search.reachedSources {
        sourcePrices[source] += distance - search.sourceDistances[source]
      }
      for sink in search.settledSinks {
        sinkPrices[sink] -= distance - search.sinkDistances[sink]
        lookup.setPrice(of: sink, to: sinkPrices[sink])
      }
      return
    }
    for source in 0..<sources.count {
      sourcePrices[source] -=
        search.entries[source] == PathSearch.unreached
        ? distance : search.sourceDistances[source]
      limits[source] -= distance
    }
    for sink in 0..<sinks.count {
      sinkPrices[sink] += search.isSettled[sink] ? search.sinkDistances[sink] : distance
    }
    let prices = sinkPrices
    lookup.setPrices { prices[$0] }
  }

  mutating func send(_ mass: Int, from source: Int, to sink: Int) {
    var index = firstShare[sink]
    while index >= 0 {
      if shares[index].source == source {
        shares[index].mass += mass
        return
      }
      index = shares[index].next
    }
    let share = Share(source: source, sink: sink, mass: mass, next: firstShare[sink])
    if freeShare >= 0 {
      index = freeShare
      freeShare = shares[index].next
      shares[index] = share
    } else {
      index = shares.count
      shares.append(share)
    }
    firstShare[sink] = index
  }

  private mutating func take(_ mass: Int, of share: Int) {
    shares[share].mass -= mass
    if shares[share].mass > 0 { return }
    let (sink, next) = (shares[share].sink, shares[share].next)
    if firstShare[sink] == share {
      firstShare[sink] = next
    } else {
      var before = firstShare[sink]
      while shares[before].next != share { before = shares[before].next }
      shares[before].next = next
    }
    release(share)
  }

  /// Keeps a share that is out of its sink's list for another.
  mutating func release(_ share: Int) {
    shares[share].mass = 0
    shares[share].next = freeShare
    freeShare = share
  }

  /// Where mass moves, sink after sink.
  var flows: [TransportFlow] {
    shares.filter { $0.mass > 0 }.map {
      TransportFlow(source: $0.source, sink: $0.sink, mass: $0.mass)
    }
  }

  /// A mean cost that no plan stays below, whatever is still to be moved: what the prices come to.
  var leastMeanCost: Double {
    var total = 0.0
    for source in 0..<sources.count {
      total += Double(sources.masses[source]) * sourcePrices[source]
    }
    for sink in 0..<sinks.count { total += Double(sinks.masses[sink]) * sinkPrices[sink] }
    return total / Double(sources.masses.reduce(0, +))
  }
}

/// Mass that moves from a source to a sink.
struct TransportFlow {
  let source: Int
  let sink: Int
  var mass: Int
}
