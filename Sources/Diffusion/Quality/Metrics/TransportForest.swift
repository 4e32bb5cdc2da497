/// Mass on its way, along arcs that never close a cycle.
///
/// Ties may have let mass move around a cycle at no cost: there it is sent back until one of its
/// arcs is empty.
struct TransportForest {
  let sourceCount: Int
  private var arcs: [TransportFlow] = []
  /// For every node the first of its arcs, as twice the arc's number, plus 1 at its sink.
  private var first: [Int]
  private var next: [Int] = []
  private var components: [Int]

  /// - Parameter flows: with positive mass, and sinks numbered from 0.
  init(_ flows: [TransportFlow], sourceCount: Int, sinkCount: Int) {
    self.sourceCount = sourceCount
    first = [Int](repeating: -1, count: sourceCount + sinkCount)
    components = Array(first.indices)
    for flow in flows { add(flow) }
  }

  /// The arcs of a node that carry mass, with the nodes at their other ends.
  func neighbours(of node: Int) -> [(node: Int, arc: Int, mass: Int)] {
    var found: [(node: Int, arc: Int, mass: Int)] = []
    var end = first[node]
    while end >= 0 {
      let arc = arcs[end / 2]
      if arc.mass > 0 {
        found.append((end & 1 == 0 ? sourceCount + arc.sink : arc.source, end / 2, arc.mass))
      }
      end = next[end]
    }
    return found
  }

  private mutating func add(_ flow: TransportFlow) {
    let (source, sink) = (flow.source, sourceCount + flow.sink)
    let (one, other) = (component(of: source), component(of: sink))
    if one == other { return close(flow) }
    components[one] = other
    insert(flow)
  }

  private mutating func insert(_ flow: TransportFlow) {
    let end = 2 * arcs.count
    arcs.append(flow)
    next += [first[flow.source], first[sourceCount + flow.sink]]
    first[flow.source] = end
    first[sourceCount + flow.sink] = end + 1
  }

  private mutating func component(of node: Int) -> Int {
    var node = node
    while components[node] != node {
      components[node] = components[components[node]]
      node = components[node]
    }
    return node
  }

  /// Takes mass off an arc that would close a cycle, and off every second arc of the cycle.
  private mutating func close(_ flow: TransportFlow) {
    let path = path(from: sourceCount + flow.sink, to: flow.source)
    let shrinking = path.indices.filter { $0 % 2 == 1 }.map { path[$0] }
    let growing = path.indices.filter { $0 % 2 == 0 }.map { path[$0] }
    let least = shrinking.reduce(flow.mass) { min($0, arcs[$1].mass) }
    for arc in shrinking { arcs[arc].mass -= least }
    for arc in growing { arcs[arc].mass += least }
    if flow.mass > least {
      insert(TransportFlow(source: flow.source, sink: flow.sink, mass: flow.mass - least))
    }
    // Where more arcs are empty than one was too many, the tree has come apart.
    let emptied = shrinking.count { arcs[$0].mass == 0 }
    if emptied > (flow.mass > least ? 1 : 0) { findComponents() }
  }

  private mutating func findComponents() {
    components = Array(components.indices)
    for arc in arcs where arc.mass > 0 {
      let (one, other) = (component(of: arc.source), component(of: sourceCount + arc.sink))
      components[one] = other
    }
  }

  /// The arcs from one node to another, in their order.
  private func path(from start: Int, to end: Int) -> [Int] {
    var pending = [start]
    var arrivals: [Int: (node: Int, arc: Int)] = [start: (start, -1)]
    while let node = pending.popLast(), node != end {
      for (other, arc, _) in neighbours(of: node) where arrivals[other] == nil {
        arrivals[other] = (node, arc)
        pending.append(other)
      }
    }
    var path: [Int] = []
    var node = end
    while node != start, let (before, arc) = arrivals[node] {
      path.append(arc)
      node = before
    }
    return path.reversed()
  }
}
