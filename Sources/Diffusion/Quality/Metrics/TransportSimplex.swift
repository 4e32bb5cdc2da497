import Foundation

/// The network simplex on the complete graph from sources to sinks.
///
/// It begins with both clouds in the order of a space-filling curve, matched along it, which is
/// never far off. Then, source after source, the arc that saves most enters the tree, until a whole
/// round finds none.
struct TransportSimplex {
  /// A node: where it is, and its price.
  private struct Site {
    var x: Double
    var y: Double
    var price: Double
  }

  private(set) var pivots = 0
  private var tree: TransportTree
  private var sources: [Site]
  private var sinks: [Site]
  private let cost: ExactTransport.Cost
  /// Savings below this are rounding.
  private let tolerance: Double
  private let unit: (source: Int, sink: Int)
  private let root: Int

  init(from sources: [Point], to sinks: [Point], cost: ExactTransport.Cost) {
    self.sources = sources.map { Site(x: $0.x, y: $0.y, price: 0) }
    self.sinks = sinks.map { Site(x: $0.x, y: $0.y, price: 0) }
    self.cost = cost
    let curve = HilbertCurve(around: sources + sinks)
    let reach = cost == .distance ? curve.side : curve.side * curve.side
    tolerance = 1e-13 * reach
    let divisor = Self.greatestCommonDivisor(sources.count, sinks.count)
    unit = (sinks.count / divisor, sources.count / divisor)
    tree = TransportTree(sourceCount: sources.count, sinkCount: sinks.count)
    let order = (curve.order(of: sources), curve.order(of: sinks))
    root = order.0[0]
    match(order.0, with: order.1)
    reprice(from: root)
  }

  /// The mean cost of what the tree carries now.
  var meanCost: Double {
    var total = 0.0
    for node in 0..<(sources.count + sinks.count) where tree.mass[node] > 0 {
      total += Double(tree.mass[node]) * length(ofArcAbove: node)
    }
    return total / (Double(unit.source) * Double(sources.count))
  }

  /// For every source the sink it sends mass to; needs clouds of the same size, where each has one.
  var matching: [Int] {
    var matching = [Int](repeating: 0, count: sources.count)
    for node in 0..<(sources.count + sinks.count) where tree.mass[node] > 0 {
      let above = tree.parent[node]
      let (source, sink) = node < sources.count ? (node, above) : (above, node)
      matching[source] = sink - sources.count
    }
    return matching
  }

  /// Improves the tree until nothing can be saved.
  mutating func solve(watch: (_ fraction: Double) throws -> Void) rethrows {
    var progress = TransportProgress()
    while true {
      let before = pivots
      var saving = 0.0
      for source in sources.indices {
        saving += improve(source)
        if source & 127 == 127 { try watch(progress.fraction) }
      }
      progress.note(savingOfRound: saving)
      try watch(progress.fraction)
      if pivots == before { return }
      reprice(from: root)
    }
  }

  /// Lets the arc from a source that saves most enter the tree.
  ///
  /// - Returns: what a unit of mass saves by it.
  private mutating func improve(_ source: Int) -> Double {
    let (sink, gain) = cost == .distance ? nearestByDistance(source) : nearestBySquare(source)
    let reduced = gain + sources[source].price
    guard reduced < -tolerance else { return 0 }
    enter(source: source, sink: sources.count + sink, reduced: reduced)
    return -reduced
  }

  private mutating func enter(source: Int, sink: Int, reduced: Double) {
    let leaving = tree.leavingArc(source: source, sink: sink)
    if leaving.mass > 0 { tree.reroute(leaving.mass, source: source, sink: sink) }
    let (handle, node) = leaving.isOnSourceSide ? (source, sink) : (sink, source)
    tree.move(below: leaving.child, by: handle, under: node, carrying: leaving.mass)
    let shift = leaving.isOnSourceSide ? -reduced : reduced
    let count = sources.count
    tree.descend(from: handle) { node in
      if node < count { sources[node].price += shift } else { sinks[node - count].price += shift }
    }
    pivots += 1
  }

  private func nearestBySquare(_ source: Int) -> (sink: Int, gain: Double) {
    let from = sources[source]
    var best = Double.infinity
    var nearest = 0
    for (index, sink) in sinks.enumerated() {
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let gain = dx * dx + dy * dy - sink.price
      if gain < best { (best, nearest) = (gain, index) }
    }
    return (nearest, best)
  }

  private func nearestByDistance(_ source: Int) -> (sink: Int, gain: Double) {
    let from = sources[source]
    var best = Double.infinity
    var nearest = 0
    for (index, sink) in sinks.enumerated() {
      let (dx, dy) = (sink.x - from.x, sink.y - from.y)
      let gain = (dx * dx + dy * dy).squareRoot() - sink.price
      if gain < best { (best, nearest) = (gain, index) }
    }
    return (nearest, best)
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
    let count = sources.count
    var order: [Int] = []
    tree.descend(from: root) { order.append($0) }
    for node in order.dropFirst() {
      let above = tree.parent[node]
      let length = length(ofArcAbove: node)
      if node < count {
        sources[node].price = sinks[above - count].price - length
      } else {
        sinks[node - count].price = sources[above].price + length
      }
    }
  }

  private func length(ofArcAbove node: Int) -> Double {
    let above = tree.parent[node]
    let (source, sink) = node < sources.count ? (node, above) : (above, node)
    let (from, to) = (sources[source], sinks[sink - sources.count])
    let squared = Point(from.x - to.x, from.y - to.y).squaredLength
    return cost == .distance ? squared.squareRoot() : squared
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
