/// Dijkstra's search for the nearest sink that lacks mass.
///
/// Distances are sums of reduced costs: from a source to a sink what is left of `cost − u − v`, from
/// a sink back to the sources that send it mass nothing.
extension AugmentingPaths {
  /// Finds the path on which mass from a source can move at the least cost.
  mutating func findPath(from start: Int) -> (sink: Int, distance: Double) {
    search.entries[start] = -1
    reach(start, at: 0)
    while let sink = nextSink() {
      let distance = search.sinkDistances[sink]
      if deficits[sink] > 0 { return (sink, distance) }
      search.settle(sink)
      lookup.setPrice(of: sink, to: -.infinity)
      var share = firstShare[sink]
      while share >= 0 {
        let source = shares[share].source
        if search.entries[source] == PathSearch.unreached {
          search.entries[source] = share
          reach(source, at: distance)
        }
        share = shares[share].next
      }
    }
    preconditionFailure("mass is left, and all sinks have what they want")
  }

  private mutating func nextSink() -> Int? {
    while let sink = search.ready.popLast() {
      if !search.isSettled[sink] { return sink }
    }
    while let item = search.heap.popFirst() {
      if item.number < 0 {
        lookBeyondList(of: -1 - item.number)
        if let sink = search.ready.popLast() { return sink }
      } else if !search.isSettled[item.number] {
        return item.number
      }
    }
    return nil
  }

  /// Looks along the list of a source.
  private mutating func reach(_ source: Int, at distance: Double) {
    search.sourceDistances[source] = distance
    search.reachedSources.append(source)
    let (place, price) = (sources.points[source], sourcePrices[source])
    let first = source * listLength
    for index in first..<first + listLength {
      let sink = Int(lists[index])
      let further = distance + max(0, lookup.gain(sink, from: place) - price)
      if further < search.sinkDistances[sink] && further < search.nearest {
        label(sink, from: source, at: distance, further)
      }
    }
    let key = distance + max(0, limits[source] - price)
    if key < search.nearest { search.heap.push(-1 - source, key: key) }
  }

  private mutating func label(
    _ sink: Int, from source: Int, at distance: Double, _ further: Double
  ) {
    search.label(sink, from: source, at: further)
    if deficits[sink] > 0 { search.nearest = further }
    if further == distance {
      search.ready.append(sink)
    } else {
      search.heap.push(sink, key: further)
    }
  }

  /// Finds the best sink not yet settled from a source whose list is at its end, and asks to be
  /// called again when that one is.
  private mutating func lookBeyondList(of source: Int) {
    let distance = search.sourceDistances[source]
    let limit = search.nearest - distance + sourcePrices[source]
    lookup.rank(&search.ranking, from: sources.points[source], below: limit)
    guard let sink = search.ranking.sites.first, let gain = search.ranking.gains.first else {
      return
    }
    let key = distance + max(0, gain - sourcePrices[source])
    if key >= search.nearest { return }
    if key < search.sinkDistances[sink] { label(sink, from: source, at: distance, key) }
    search.heap.push(-1 - source, key: key)
  }
}

/// The state of a search, kept to be used again.
struct PathSearch {
  static let unreached = -2

  var sinkDistances: [Double]
  var sourceDistances: [Double]
  /// For every labelled sink the source before it.
  private(set) var origins: [Int]
  /// For every source the share through which it was reached, -1 where the search began.
  var entries: [Int]
  private(set) var isSettled: [Bool]
  private(set) var settledSinks: [Int] = []
  private var labelledSinks: [Int] = []
  var reachedSources: [Int] = []
  /// Sinks that are no farther than what was settled last.
  var ready: [Int] = []
  /// Sinks by their distance, and sources, as -1 less their number, by where their lists end.
  var heap = MinimumHeap()
  /// The least distance of a labelled sink that lacks mass.
  var nearest = Double.infinity
  var ranking = SiteRanking(capacity: 1)

  init(sourceCount: Int, sinkCount: Int) {
    sinkDistances = [Double](repeating: .infinity, count: sinkCount)
    sourceDistances = [Double](repeating: 0, count: sourceCount)
    origins = [Int](repeating: -1, count: sinkCount)
    entries = [Int](repeating: Self.unreached, count: sourceCount)
    isSettled = [Bool](repeating: false, count: sinkCount)
  }

  mutating func label(_ sink: Int, from source: Int, at distance: Double) {
    if sinkDistances[sink] == .infinity { labelledSinks.append(sink) }
    sinkDistances[sink] = distance
    origins[sink] = source
  }

  mutating func settle(_ sink: Int) {
    isSettled[sink] = true
    settledSinks.append(sink)
  }

  mutating func removeAll() {
    for sink in labelledSinks {
      sinkDistances[sink] = .infinity
      isSettled[sink] = false
    }
    for source in reachedSources { entries[source] = Self.unreached }
    labelledSinks.removeAll(keepingCapacity: true)
    settledSinks.removeAll(keepingCapacity: true)
    reachedSources.removeAll(keepingCapacity: true)
    ready.removeAll(keepingCapacity: true)
    heap.removeAll()
    nearest = .infinity
  }
}
