/// Makes a tree for the network simplex of a solution: what carries mass, tied together by empty
/// arcs.
///
/// Empty arcs must point to the root. So components are hung on the tree in the order of their
/// distance to it along the reduced costs of the listed pairs, as Dijkstra's search meets them: what
/// the tree then pays no listed pair undercuts.
struct TransportBasis {
  private let forest: TransportForest
  private let paths: AugmentingPaths
  private(set) var tree: TransportTree
  private var isAttached: [Bool]
  private var heap = MinimumHeap()
  /// For every source how far it would be from the root, and the sink that it would hang from.
  private var distances: [Double]
  private var parents: [Int]
  /// The sources that list a sink, side by side, and where those of each sink begin.
  private let listing: (sources: [Int32], starts: [Int])

  init(_ paths: AugmentingPaths, root: Int) {
    self.paths = paths
    let counts = (sources: paths.sources.count, sinks: paths.sinks.count)
    forest = TransportForest(paths.flows, sourceCount: counts.sources, sinkCount: counts.sinks)
    tree = TransportTree(sourceCount: counts.sources, sinkCount: counts.sinks)
    isAttached = [Bool](repeating: false, count: counts.sources + counts.sinks)
    distances = [Double](repeating: .infinity, count: counts.sources)
    parents = [Int](repeating: -1, count: counts.sources)
    listing = Self.listing(of: paths)
    attachComponent(of: root, at: 0)
    attachReached()
    reachOthers()
    attachReached()
  }

  private static func listing(of paths: AugmentingPaths) -> (sources: [Int32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: paths.sinks.count + 1)
    for sink in paths.lists { starts[Int(sink) + 1] += 1 }
    for sink in 0..<paths.sinks.count { starts[sink + 1] += starts[sink] }
    var places = starts
    var sources = [Int32](repeating: 0, count: paths.lists.count)
    for (index, sink) in paths.lists.enumerated() {
      sources[places[Int(sink)]] = Int32(index / paths.listLength)
      places[Int(sink)] += 1
    }
    return (sources, starts)
  }

  private mutating func attachReached() {
    while let item = heap.popFirst() {
      let source = item.number
      if isAttached[source] { continue }
      tree.attach(source, below: paths.sources.count + parents[source], carrying: 0)
      attachComponent(of: source, at: item.key)
    }
  }

  /// Hangs all that mass connects with a source below it, and looks who lists its sinks.
  private mutating func attachComponent(of top: Int, at distance: Double) {
    isAttached[top] = true
    var pending = [top]
    while let node = pending.popLast() {
      if node >= paths.sources.count { look(from: node - paths.sources.count, at: distance) }
      for (other, _, mass) in forest.neighbours(of: node) where !isAttached[other] {
        isAttached[other] = true
        tree.attach(other, below: node, carrying: mass)
        pending.append(other)
      }
    }
  }

  private mutating func look(from sink: Int, at distance: Double) {
    for index in listing.starts[sink]..<listing.starts[sink + 1] {
      let source = Int(listing.sources[index])
      if isAttached[source] { continue }
      let gain = paths.lookup.gain(sink, from: paths.sources.points[source])
      reach(source, from: sink, at: distance + max(0, gain - paths.sourcePrices[source]))
    }
  }

  private mutating func reach(_ source: Int, from sink: Int, at distance: Double) {
    if distance >= distances[source] { return }
    distances[source] = distance
    parents[source] = sink
    heap.push(source, key: distance)
  }

  /// Finds a sink of the tree for every source that no list leads to.
  private mutating func reachOthers() {
    let others = (0..<paths.sources.count).filter { !isAttached[$0] }
    if others.isEmpty { return }
    var lookup = paths.lookup
    for sink in 0..<paths.sinks.count where !isAttached[paths.sources.count + sink] {
      lookup.setPrice(of: sink, to: -.infinity)
    }
    var ranking = SiteRanking(capacity: 1)
    for source in others {
      lookup.rank(&ranking, from: paths.sources.points[source])
      reach(
        source, from: ranking.sites[0],
        at: max(0, ranking.gains[0] - paths.sourcePrices[source]))
    }
  }
}
