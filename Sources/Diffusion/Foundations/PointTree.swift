/// Points sorted into boxes, halved again and again along their longer side (a k-d tree).
///
/// Finds neighbours in logarithmic time, and groups points that are near each other.
struct PointTree: Sendable, Equatable {
  /// Points next to each other in `order`, and the box they fill.
  struct Box: Sendable, Equatable {
    let range: Range<Int>
    let low: Point
    let high: Point
    /// The index of the second half's box, the first half's being the next; nil for a leaf.
    fileprivate(set) var second: Int?

    /// The squared distance from a place to the nearest of the box; 0 inside.
    func squaredDistance(to point: Point) -> Double {
      pointwiseMax(pointwiseMax(low - point, point - high), .zero).squaredLength
    }
  }

  /// The indices of the points, those of a box side by side.
  private(set) var order: [Int]
  /// The points in that order.
  private let points: [Point]
  /// All boxes, each before its halves.
  private(set) var boxes: [Box] = []

  /// - Parameters:
  ///   - points: at least one.
  ///   - leafSize: the most points of a box that is not halved.
  init(_ points: [Point], leafSize: Int = 8) {
    var order = Array(points.indices)
    var boxes: [Box] = []
    Self.split(&order, 0..<points.count, points, leafSize, &boxes)
    self.points = order.map { points[$0] }
    self.order = order
    self.boxes = boxes
  }

  /// The boxes that are not halved; together they hold every point once.
  var leaves: [Box] { boxes.filter { $0.second == nil } }

  private static func split(
    _ order: inout [Int], _ range: Range<Int>, _ points: [Point], _ leafSize: Int,
    _ boxes: inout [Box]
  ) {
    var low = points[order[range.lowerBound]]
    var high = low
    for index in order[range] {
      low = pointwiseMin(low, points[index])
      high = pointwiseMax(high, points[index])
    }
    let place = boxes.count
    boxes.append(Box(range: range, low: low, high: high))
    if range.count <= leafSize { return }
    let axis = high.x - low.x >= high.y - low.y ? 0 : 1
    let middle = range.lowerBound + range.count / 2
    select(middle, in: &order, range) { points[$0][axis] }
    split(&order, range.lowerBound..<middle, points, leafSize, &boxes)
    boxes[place].second = boxes.count
    split(&order, middle..<range.upperBound, points, leafSize, &boxes)
  }

  /// Moves what would be at `place` in sorted order there, the smaller before and the larger behind
  /// (Hoare 1961).
  private static func select(
    _ place: Int, in order: inout [Int], _ range: Range<Int>, by key: (Int) -> Double
  ) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = key(order[(low + high) / 2])
      var (i, j) = (low, high)
      while i <= j {
        while key(order[i]) < pivot { i += 1 }
        while key(order[j]) > pivot { j -= 1 }
        if i <= j {
          order.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if place <= j { high = j } else if place >= i { low = i } else { return }
    }
  }

  /// The squared distance from a place to the nearest point.
  ///
  /// - Parameter own: the index of a point that does not count.
  func squaredDistance(toNearest place: Point, otherThan own: Int? = nil) -> Double {
    var nearest = Double.infinity
    search(0, from: place, otherThan: own, &nearest)
    return nearest
  }

  /// The squared distances from a place to the nearest point and to the second nearest, of at least
  /// two; those of points that lie in one place are equal.
  func squaredDistances(toNearestTwo place: Point) -> (nearest: Double, second: Double) {
    var found = (nearest: Double.infinity, second: Double.infinity)
    var open = [0]
    while let index = open.popLast() {
      let box = boxes[index]
      guard box.squaredDistance(to: place) < found.second else { continue }
      guard let second = box.second else {
        for i in box.range {
          let squared = (points[i] - place).squaredLength
          if squared < found.nearest {
            found = (squared, found.nearest)
          } else if squared < found.second {
            found.second = squared
          }
        }
        continue
      }
      let isFirstNearer =
        boxes[index + 1].squaredDistance(to: place) <= boxes[second].squaredDistance(to: place)
      open += isFirstNearer ? [second, index + 1] : [index + 1, second]
    }
    return found
  }

  private func search(
    _ index: Int, from place: Point, otherThan own: Int?, _ nearest: inout Double
  ) {
    let box = boxes[index]
    guard let second = box.second else {
      for i in box.range where order[i] != own {
        nearest = min(nearest, (points[i] - place).squaredLength)
      }
      return
    }
    let distances = (boxes[index + 1], boxes[second])
    let one = distances.0.squaredDistance(to: place)
    let other = distances.1.squaredDistance(to: place)
    let (near, far, gap) =
      one <= other ? (index + 1, second, other) : (second, index + 1, one)
    search(near, from: place, otherThan: own, &nearest)
    if gap < nearest { search(far, from: place, otherThan: own, &nearest) }
  }
}
