/// The different points of a cloud, sorted, with the mass of all that are there: however often and
/// in whatever order they are given, the problem is the same.
struct DistinctPoints {
  private(set) var points: [Point] = []
  private(set) var masses: [Int] = []
  /// For each its indices in the cloud, in rising order.
  private(set) var members: [Range<Int>] = []
  /// The indices of the cloud's points, those of a place side by side.
  let order: [Int]

  /// - Parameters:
  ///   - given: points; what ran away so far that squared distances cannot be told apart is taken to be
  ///     where they still can.
  ///   - masses: one for each point, not negative; points without any are left out.
  init(_ given: [Point], masses weights: [Int]?) {
    let cloud = given.map { Point(Self.brought($0.x), Self.brought($0.y)) }
    order = cloud.indices.filter { weights?[$0] != 0 }.sorted {
      let (one, other) = (cloud[$0], cloud[$1])
      return (one.x, one.y, $0) < (other.x, other.y, $1)
    }
    for (place, index) in order.enumerated() {
      let mass = weights?[index] ?? 1
      if points.last == cloud[index] {
        masses[masses.count - 1] += mass
        members[members.count - 1] = members[members.count - 1].lowerBound..<place + 1
      } else {
        points.append(cloud[index])
        masses.append(mass)
        members.append(place..<place + 1)
      }
    }
  }

  /// A coordinate within reach; what is no number is as far off as can be.
  private static func brought(_ coordinate: Double) -> Double {
    let farthest = ExactTransport.farthest
    return coordinate.isNaN ? farthest : min(max(coordinate, -farthest), farthest)
  }

  var totalMass: Int { masses.reduce(0, +) }
}
