/// Places with whole masses, numbered in the order of a k-d tree: near ones have near numbers.
struct MassPoints {
  let points: [Point]
  let masses: [Int]
  let tree: PointTree
  /// For every point its number in the list it was made from.
  let origin: [Int]

  /// - Parameters:
  ///   - points: at least one.
  ///   - masses: one for each, positive.
  init(_ points: [Point], masses: [Int]) {
    let tree = PointTree(points, leafSize: 8)
    origin = tree.order
    self.points = tree.order.map { points[$0] }
    self.masses = tree.order.map { masses[$0] }
    self.tree = tree
  }

  var count: Int { points.count }

  /// Boxes of at most so many points, or of one leaf, each as its centre of mass with all its mass.
  func merged(upTo size: Int) -> MassPoints {
    var centres: [Point] = []
    var sums: [Int] = []
    var pending = [0]
    while let index = pending.popLast() {
      let box = tree.boxes[index]
      if box.range.count > size, let second = box.second {
        pending += [second, index + 1]
        continue
      }
      let mass = box.range.reduce(0) { $0 + masses[$1] }
      // From a corner: equal points have exactly themselves as centre.
      let sum = box.range.reduce(Point.zero) { $0 + Double(masses[$1]) * (points[$1] - box.low) }
      centres.append(box.low + sum / Double(mass))
      sums.append(mass)
    }
    return MassPoints(centres, masses: sums)
  }
}
