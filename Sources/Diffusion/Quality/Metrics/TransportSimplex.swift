import Foundation

/// The network simplex on the complete graph from sources to sinks.
///
/// It begins with both clouds in the order of a space-filling curve, matched along it, which is
/// never far off. Then, source after source, the arc that saves most enters the tree, until a whole
/// round finds none.
///
/// Arcs are searched for in doubles, prices and what an arc saves are worked out to twice their
/// digits. When the search finds no more, every arc that rounding leaves in doubt is looked at, so
/// that the end is an optimum whatever the sizes of the numbers (see `TransportSimplex+Doubt`).
struct TransportSimplex {
  /// A node as the search reads it: where it is, and its price.
  struct Site {
    var x: Double
    var y: Double
    var price: Double
  }

  /// Far more than any problem needs; what is not finished by then shows in the certificate.
  private static let mostRounds = 100_000

  private(set) var pivots = 0
  /// Whether the search goes on with what rounding leaves in doubt.
  private var looksAtDoubts = false
  /// The most that was saved by an arc that was looked at in the last round, and not taken.
  var worstDoubt = 0.0
  /// The costs of the arcs from a source to all sinks, less the sinks' prices.
  var gains: [Double] = []
  private var tree: TransportTree
  private(set) var sources: [Site]
  private(set) var sinks: [Site]
  /// The prices of all nodes, sources first.
  private(set) var prices: [DoubleDouble]
  /// For every node how far its part of a reduced cost may be off in doubles.
  private(set) var slacks: [Double]
  let costs: TransportCosts
  private var visited: [Int] = []
  private let unit: (source: Int, sink: Int)
  private let root: Int

  init(from sources: [Point], to sinks: [Point], cost: ExactTransport.Cost) {
    let points = sources + sinks
    let costs = TransportCosts(between: points, kind: cost)
    let sites = points.indices.map { node in
      Site(x: costs.place(of: node).x, y: costs.place(of: node).y, price: 0)
    }
    self.costs = costs
    self.sources = Array(sites[..<sources.count])
    self.sinks = Array(sites[sources.count...])
    prices = [DoubleDouble](repeating: .zero, count: points.count)
    slacks = [Double](repeating: 0, count: points.count)
    let divisor = Self.greatestCommonDivisor(sources.count, sinks.count)
    unit = (sinks.count / divisor, sources.count / divisor)
    tree = TransportTree(sourceCount: sources.count, sinkCount: sinks.count)
    let order = Self.orders(of: sources, sinks, centre: self.sources)
    root = order.sources[0]
    match(order.sources, with: order.sinks)
    reprice(from: root)
  }

  /// Sources and sinks along a curve, beginning with the source nearest to the origin: prices are
  /// counted from the first, and are small where it is among the many.
  private static func orders(
    of sources: [Point], _ sinks: [Point], centre sites: [Site]
  ) -> (sources: [Int], sinks: [Int]) {
    let curve = HilbertCurve(through: sources + sinks)
    let order = (sources: curve.order(of: sources), sinks: curve.order(of: sinks))
    func size(_ index: Int) -> Double { max(abs(sites[index].x), abs(sites[index].y)) }
    let start = order.sources.indices.min { size(order.sources[$0]) < size(order.sources[$1]) } ?? 0
    let other = start * sinks.count / sources.count
    return (
      Array(order.sources[start...] + order.sources[..<start]),
      Array(order.sinks[other...] + order.sinks[..<other])
    )
  }

  /// The mean cost of what the tree carries now.
  var meanCost: Double {
    var total = DoubleDouble.zero
    for (source, sink, mass) in carriers { total += Double(mass) * costs.moved(source, sink) }
    return (total / (Double(unit.source) * Double(sources.count))).high
  }

  /// The arcs that carry mass, by their nodes.
  var carriers: [(source: Int, sink: Int, mass: Int)] {
    (0..<prices.count).filter { tree.mass[$0] > 0 }.map { node in
      let above = tree.parent[node]
      let (source, sink) = node < sources.count ? (node, above) : (above, node)
      return (source, sink, tree.mass[node])
    }
  }

  /// For every source the sink it sends mass to; needs clouds of the same size, where each has one.
  var matching: [Int] {
    var matching = [Int](repeating: 0, count: sources.count)
    for (source, sink, _) in carriers { matching[source] = sink - sources.count }
    return matching
  }

  /// Improves the tree until nothing can be saved.
  mutating func solve(watch: (_ fraction: Double) throws -> Void) rethrows {
    var progress = TransportProgress()
    for _ in 0..<Self.mostRounds {
      let before = pivots
      var saving = 0.0
      worstDoubt = 0
      for source in sources.indices {
        let sink = looksAtDoubts ? bestBeyondDoubt(from: source) : nearest(to: source)
        saving += improve(source, by: sink)
        if source & 127 == 127 { try watch(progress.fraction) }
      }
      progress.note(savingOfRound: saving)
      try watch(progress.fraction)
      if pivots == before {
        if looksAtDoubts { return }
        looksAtDoubts = true
      }
      reprice(from: root)
    }
  }

  /// Lets an arc enter the tree if it saves anything.
  ///
  /// - Returns: what a unit of mass saves by it.
  private mutating func improve(_ source: Int, by sink: Int?) -> Double {
    guard let sink else { return 0 }
    let reduced = reducedCost(source, sink)
    guard isSaving(reduced, source, sink) else { return 0 }
    enter(source: source, sink: sources.count + sink, reduced: reduced)
    return -reduced.high
  }

  /// What a unit of mass adds to the cost if it goes directly and not through the tree.
  func reducedCost(_ source: Int, _ sink: Int) -> DoubleDouble {
    let node = sources.count + sink
    return costs.reducible(source, node) + prices[source] - prices[node]
  }

  /// Whether a reduced cost is negative by more than its own rounding.
  func isSaving(_ reduced: DoubleDouble, _ source: Int, _ sink: Int) -> Bool {
    let node = sources.count + sink
    let size = abs(prices[source].high) + abs(prices[node].high) + abs(reduced.high)
    return reduced.high < -0x1p-98 * size
  }

  private mutating func enter(source: Int, sink: Int, reduced: DoubleDouble) {
    let leaving = tree.leavingArc(source: source, sink: sink)
    if leaving.mass > 0 { tree.reroute(leaving.mass, source: source, sink: sink) }
    let (handle, node) = leaving.isOnSourceSide ? (source, sink) : (sink, source)
    tree.move(below: leaving.child, by: handle, under: node, carrying: leaving.mass)
    let shift = leaving.isOnSourceSide ? -reduced : reduced
    for node in nodes(from: handle) { raisePrice(of: node, by: shift) }
    pivots += 1
  }

  /// Raises a price, and what the search reads of it, which is worked out afresh for every round.
  private mutating func raisePrice(of node: Int, by shift: DoubleDouble) {
    prices[node] += shift
    let count = sources.count
    if node < count {
      sources[node].price += shift.high
    } else {
      sinks[node - count].price += shift.high
    }
    if looksAtDoubts { setPrice(of: node, to: prices[node]) }
  }

  /// A node and all below it, parents first.
  private mutating func nodes(from top: Int) -> [Int] {
    visited.removeAll(keepingCapacity: true)
    tree.descend(from: top) { visited.append($0) }
    return visited
  }

  private mutating func setPrice(of node: Int, to price: DoubleDouble) {
    prices[node] = price
    let count = sources.count
    let whole: Double
    if node < count {
      whole = costs.whole(price, ofSource: node)
      sources[node].price = whole
    } else {
      whole = costs.whole(price, ofSink: node)
      sinks[node - count].price = whole
    }
    slacks[node] = costs.slack(of: node, price: price, whole: whole)
  }

  /// Fills `gains` for a source.
  mutating func weighArcs(from source: Int) {
    let from = sources[source]
    if gains.isEmpty { gains = [Double](repeating: 0, count: sinks.count) }
    let isDistance = costs.kind == .distance
    for index in sinks.indices {
      let sink = sinks[index]
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let squared = dx * dx + dy * dy
      gains[index] = (isDistance ? squared.squareRoot() : squared) - sink.price
    }
  }

  private func nearest(to source: Int) -> Int {
    costs.kind == .distance ? nearestByDistance(source) : nearestBySquare(source)
  }

  private func nearestBySquare(_ source: Int) -> Int {
    let from = sources[source]
    var best = Double.infinity
    var nearest = 0
    for (index, sink) in sinks.enumerated() {
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let gain = dx * dx + dy * dy - sink.price
      if gain < best { (best, nearest) = (gain, index) }
    }
    return nearest
  }

  private func nearestByDistance(_ source: Int) -> Int {
    let from = sources[source]
    var best = Double.infinity
    var nearest = 0
    for (index, sink) in sinks.enumerated() {
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let gain = (dx * dx + dy * dy).squareRoot() - sink.price
      if gain < best { (best, nearest) = (gain, index) }
    }
    return nearest
  }

  /// The first tree: along both orders mass goes from the first source left to the first sink left.
  private mutating func match(_ sourceOrder: [Int], with sinkOrder: [Int]) {
    var (i, j) = (0, 0)
    var (left, wanted) = (unit.source, unit.sink)
    var (child, above) = (sources.count + sinkOrder[0], sourceOrder[0])
    while true {
      let mass = min(left, wanted)
      tree.attach(child, below: above, carrying: mass)
      left -= mass
      wanted -= mass
      if left == 0 && i + 1 < sourceOrder.count {
        (i, left) = (i + 1, unit.source)
        (child, above) = (sourceOrder[i], sources.count + sinkOrder[j])
      } else if j + 1 < sinkOrder.count {
        (j, wanted) = (j + 1, unit.sink)
        (child, above) = (sources.count + sinkOrder[j], sourceOrder[i])
      } else {
        return
      }
    }
  }

  /// Works out all prices from the root's, so that rounding does not add up.
  private mutating func reprice(from root: Int) {
    setPrice(of: root, to: .zero)
    for node in nodes(from: root).dropFirst() {
      let above = tree.parent[node]
      let price =
        node < sources.count
        ? prices[above] - costs.reducible(node, above)
        : prices[above] + costs.reducible(above, node)
      setPrice(of: node, to: price)
    }
  }

  private static func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
    var (a, b) = (one, other)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

/// How far the simplex has come, judged by what its rounds still save: savings fall geometrically.
private struct TransportProgress {
  private(set) var fraction = 0.0
  private var first: Double?

  mutating func note(savingOfRound saving: Double) {
    let start = first ?? saving
    first = start
    guard saving > 0 else { return fraction = 1 }
    fraction = max(fraction, min(0.99, log(start / saving) / log(1e6)))
  }
}
