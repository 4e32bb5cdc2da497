/// The different points of a cloud, sorted, with the mass of all that are there: however often and
/// in whatever order they are given, the problem is the same.
struct DistinctPoints {
  private(set) var points: [Point] = []
  private(set) var masses: [Int] = []
  /// For each its indices in the cloud, in rising order.
  private(set) var members: [Range<Int>] = []
  /// The indices of the cloud's points, those of a place side by side.
  let order: [Int]

  /// - Parameter masses: one for each point, not negative; points without any are left out.
  init(_ cloud: [Point], masses weights: [Int]?) {
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

  var totalMass: Int { masses.reduce(0, +) }
}
