/// Makes a tree for the network simplex of a solution: what carries mass, tied together by empty
/// arcs.
///
/// Empty arcs must point to the root. So components are hung on the tree in the order of their
/// distance to it along reduced costs, as Dijkstra's search meets them: what the tree then pays
/// no pair undercuts if that held of the prices before.
struct TransportBasis {
  private let forest: TransportForest
  private let paths: AugmentingPaths
  private(set) var tree: TransportTree
  private var lookup: PricedTree
  private var isAttached: [Bool]
  private var heap = MinimumHeap()
  /// For every sink of the tree how far its component is from the root's, and the source that would
  /// come next.
  private var distances: [Double]
  private var nearest: [Int]
  private var ranking = SiteRanking(capacity: 1)

  init(_ paths: AugmentingPaths, root: Int) {
    self.paths = paths
    let counts = (sources: paths.sources.count, sinks: paths.sinks.count)
    forest = TransportForest(paths.flows, sourceCount: counts.sources, sinkCount: counts.sinks)
    tree = TransportTree(sourceCount: counts.sources, sinkCount: counts.sinks)
    lookup = PricedTree(paths.sources, kind: paths.lookup.kind)
    lookup.setPrices { paths.sourcePrices[$0] }
    isAttached = [Bool](repeating: false, count: counts.sources + counts.sinks)
    distances = [Double](repeating: 0, count: counts.sinks)
    nearest = [Int](repeating: -1, count: counts.sinks)
    attachComponent(of: root, at: 0)
    while let item = heap.popFirst() {
      let (source, sink) = (nearest[item.number], item.number)
      if isAttached[source] {
        look(from: sink)
      } else {
        tree.attach(source, below: counts.sources + sink, carrying: 0)
        attachComponent(of: source, at: item.key)
      }
    }
  }

  /// Hangs all that mass connects with a source below it.
  private mutating func attachComponent(of top: Int, at distance: Double) {
    isAttached[top] = true
    var pending = [top]
    var sinks: [Int] = []
    while let node = pending.popLast() {
      if node < paths.sources.count {
        lookup.setPrice(of: node, to: -.infinity)
      } else {
        sinks.append(node - paths.sources.count)
      }
      for (other, _, mass) in forest.neighbours(of: node) where !isAttached[other] {
        isAttached[other] = true
        tree.attach(other, below: node, carrying: mass)
        pending.append(other)
      }
    }
    for sink in sinks {
      distances[sink] = distance
      look(from: sink)
    }
  }

  /// Finds the source next to a sink among those that are not in the tree yet.
  private mutating func look(from sink: Int) {
    lookup.rank(&ranking, from: paths.sinks.points[sink])
    guard let source = ranking.sites.first, let gain = ranking.gains.first else { return }
    nearest[sink] = source
    heap.push(sink, key: distances[sink] + max(0, gain - paths.sinkPrices[sink]))
  }
}
