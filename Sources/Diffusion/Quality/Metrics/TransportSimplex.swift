/// The network simplex, from a solution that is the best but for rounding to one that is the best.
///
/// Prices and what an arc saves are worked out to twice a double's digits. Doubles only tell which
/// arcs are in doubt: a k-d tree finds, for every source, all sinks to which an arc may save
/// anything, so that the end is an optimum over all pairs whatever the sizes of the numbers.
struct TransportSimplex {
  /// Far more than any problem needs; what is not finished by then shows in the certificate.
  private static let mostRounds = 10_000

  private(set) var pivots = 0
  /// The most that was saved by an arc that was looked at in the last round.
  private var worstDoubt = 0.0
  private var tree: TransportTree
  /// The prices of all nodes, sources first.
  private var prices: [DoubleDouble]
  /// The prices with all they stand for, in doubles.
  private var wholePrices: [Double]
  /// For every node how far its part of a reduced cost may be off in doubles.
  private var slacks: [Double]
  /// The sinks at the highest prices that they may have.
  private var lookup: PricedTree
  private let costs: TransportCosts
  private let sourceCount: Int
  private let root: Int
  private var visited: [Int] = []
  /// The sinks of a source that are in doubt. They are gathered first: a closure that asks for
  /// prices would hold a copy of all that is here, once for every source.
  private var doubtful: [Int] = []

  /// - Parameter costs: of the same sources and sinks in the same order.
  init(_ paths: AugmentingPaths, costs: TransportCosts) {
    self.costs = costs
    sourceCount = paths.sources.count
    // Prices are counted from the root's, and are small where it is among the many.
    func size(_ source: Int) -> Double {
      let place = costs.place(of: source)
      return max(abs(place.x), abs(place.y))
    }
    root = (0..<sourceCount).min { size($0) < size($1) } ?? 0
    tree = TransportBasis(paths, root: root).tree
    lookup = PricedTree(paths.sinks, kind: costs.kind)
    let count = sourceCount + paths.sinks.count
    prices = [DoubleDouble](repeating: .zero, count: count)
    wholePrices = [Double](repeating: 0, count: count)
    slacks = wholePrices
    reprice()
  }

  /// Where mass moves in the end.
  var flows: [TransportFlow] {
    prices.indices.filter { tree.mass[$0] > 0 }.map { node in
      let above = tree.parent[node]
      let (source, sink) = node < sourceCount ? (node, above) : (above, node)
      return TransportFlow(source: source, sink: sink - sourceCount, mass: tree.mass[node])
    }
  }

  /// Improves the tree until nothing can be saved.
  mutating func solve(watch: () throws -> Void) rethrows {
    for _ in 0..<Self.mostRounds {
      let before = pivots
      worstDoubt = 0
      for source in 0..<sourceCount {
        if let sink = best(from: source) { improve(source, by: sink) }
        if source & 127 == 127 { try watch() }
      }
      if pivots == before { return }
      reprice()
    }
  }

  /// How far the prices are from proving that the plan is the best: the largest amount by which a
  /// pair's cost is undercut, or by which one that carries mass is missed.
  var worstViolation: Double {
    flows.reduce(worstDoubt) { max($0, abs(reducedCost($1.source, $1.sink).high)) }
  }

  /// The sink to which an arc from a source saves most; nil where none saves anything.
  private mutating func best(from source: Int) -> Int? {
    var best: (sink: Int, reduced: DoubleDouble)?
    doubtful.removeAll(keepingCapacity: true)
    lookup.visit(from: costs.place(of: source), upTo: slacks[source] - wholePrices[source]) {
      doubtful.append($0)
    }
    for sink in doubtful {
      let reduced = reducedCost(source, sink)
      if reduced.high < best?.reduced.high ?? 0 { best = (sink, reduced) }
    }
    if let best { worstDoubt = max(worstDoubt, -best.reduced.high) }
    return best?.sink
  }

  private mutating func improve(_ source: Int, by sink: Int) {
    let reduced = reducedCost(source, sink)
    if isSaving(reduced, source, sink) {
      enter(source: source, sink: sourceCount + sink, reduced: reduced)
    }
  }

  /// What a unit of mass adds to the cost if it goes directly and not through the tree.
  private func reducedCost(_ source: Int, _ sink: Int) -> DoubleDouble {
    let node = sourceCount + sink
    return costs.reducible(source, node) + prices[source] - prices[node]
  }

  /// Whether a reduced cost is negative by more than its own rounding.
  private func isSaving(_ reduced: DoubleDouble, _ source: Int, _ sink: Int) -> Bool {
    let size =
      abs(prices[source].high) + abs(prices[sourceCount + sink].high) + abs(reduced.high)
    return reduced.high < -0x1p-98 * size
  }

  private mutating func enter(source: Int, sink: Int, reduced: DoubleDouble) {
    let leaving = tree.leavingArc(source: source, sink: sink)
    if leaving.mass > 0 { tree.reroute(leaving.mass, source: source, sink: sink) }
    let (handle, node) = leaving.isOnSourceSide ? (source, sink) : (sink, source)
    tree.move(below: leaving.child, by: handle, under: node, carrying: leaving.mass)
    let shift = leaving.isOnSourceSide ? -reduced : reduced
    for node in nodes(from: handle) { setPrice(of: node, to: prices[node] + shift) }
    pivots += 1
  }

  /// A node and all below it, parents first.
  private mutating func nodes(from top: Int) -> [Int] {
    visited.removeAll(keepingCapacity: true)
    tree.descend(from: top) { visited.append($0) }
    return visited
  }

  private mutating func setPrice(of node: Int, to price: DoubleDouble) {
    prices[node] = price
    let whole =
      node < sourceCount
      ? costs.whole(price, ofSource: node) : costs.whole(price, ofSink: node)
    wholePrices[node] = whole
    slacks[node] = costs.slack(of: node, price: price, whole: whole)
  }

  /// Works out all prices from the root's, so that rounding does not add up, and tells the lookup.
  private mutating func reprice() {
    setPrice(of: root, to: .zero)
    for node in nodes(from: root).dropFirst() {
      let above = tree.parent[node]
      let price =
        node < sourceCount
        ? prices[above] - costs.reducible(node, above)
        : prices[above] + costs.reducible(above, node)
      setPrice(of: node, to: price)
    }
    let highest = zip(wholePrices, slacks).map(+)
    let count = sourceCount
    lookup.setPrices { highest[count + $0] }
  }
}
