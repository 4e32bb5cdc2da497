/// The basis of the network simplex: a tree that spans sources and sinks, with the mass moved along
/// every arc and a price for every node at which all arcs of the tree cost nothing more.
///
/// Nodes are numbered sources first. Every node but the root holds the arc to its parent; arcs lead
/// from a source to a sink. Masses are whole numbers, so nothing is ever rounded off.
struct TransportTree {
  static let none = -1

  let sourceCount: Int
  private(set) var parent: [Int]
  private(set) var mass: [Int]
  private(set) var depth: [Int]
  private var firstChild: [Int]
  private var next: [Int]
  private var previous: [Int]
  private var pending: [Int] = []

  /// A tree without arcs.
  init(sourceCount: Int, sinkCount: Int) {
    let empty = [Int](repeating: Self.none, count: sourceCount + sinkCount)
    self.sourceCount = sourceCount
    parent = empty
    firstChild = empty
    next = empty
    previous = empty
    mass = [Int](repeating: 0, count: empty.count)
    depth = mass
  }

  func isSource(_ node: Int) -> Bool { node < sourceCount }

  /// Hangs a node without parent below another.
  mutating func attach(_ node: Int, below parent: Int, carrying mass: Int) {
    self.parent[node] = parent
    self.mass[node] = mass
    depth[node] = depth[parent] + 1
    let sibling = firstChild[parent]
    previous[node] = Self.none
    next[node] = sibling
    if sibling != Self.none { previous[sibling] = node }
    firstChild[parent] = node
  }

  /// The arc that leaves the tree when mass is sent from `source` to `sink` directly, and how much
  /// less the tree can then carry.
  ///
  /// Of several arcs emptied at once the last on the cycle leaves, seen from its apex in the
  /// direction of the mass. So every empty arc keeps pointing to the root, and the simplex cannot
  /// go round in circles (Cunningham 1976).
  func leavingArc(source: Int, sink: Int) -> (child: Int, mass: Int, isOnSourceSide: Bool) {
    var (u, v) = (source, sink)
    var (first, second) = ((child: u, mass: Int.max), (child: v, mass: Int.max))
    while u != v {
      if depth[u] >= depth[v] {
        if isSource(u) && mass[u] < first.mass { first = (u, mass[u]) }
        u = parent[u]
      } else {
        if !isSource(v) && mass[v] <= second.mass { second = (v, mass[v]) }
        v = parent[v]
      }
    }
    return second.mass <= first.mass
      ? (second.child, second.mass, false) : (first.child, first.mass, true)
  }

  /// Sends mass from `source` to `sink` directly in place of through the tree.
  mutating func reroute(_ amount: Int, source: Int, sink: Int) {
    var (u, v) = (source, sink)
    while u != v {
      if depth[u] >= depth[v] {
        mass[u] += isSource(u) ? -amount : amount
        u = parent[u]
      } else {
        mass[v] += isSource(v) ? amount : -amount
        v = parent[v]
      }
    }
  }

  /// Cuts the arc above `child` and hangs what was below it, by its node `handle`, under `node`.
  mutating func move(below child: Int, by handle: Int, under node: Int, carrying mass: Int) {
    var (current, above, carried) = (handle, node, mass)
    while true {
      let (oldParent, oldMass) = (parent[current], self.mass[current])
      detach(current)
      attach(current, below: above, carrying: carried)
      if current == child { return }
      (current, above, carried) = (oldParent, current, oldMass)
    }
  }

  private mutating func detach(_ node: Int) {
    let (before, after) = (previous[node], next[node])
    if before == Self.none {
      firstChild[parent[node]] = after
    } else {
      next[before] = after
    }
    if after != Self.none { previous[after] = before }
  }

  /// Visits a node and all below it, parents first, and sets their depths.
  mutating func descend(from top: Int, _ visit: (_ node: Int) -> Void) {
    pending.append(top)
    while let node = pending.popLast() {
      if parent[node] != Self.none { depth[node] = depth[parent[node]] + 1 }
      visit(node)
      var child = firstChild[node]
      while child != Self.none {
        pending.append(child)
        child = next[child]
      }
    }
  }
}
