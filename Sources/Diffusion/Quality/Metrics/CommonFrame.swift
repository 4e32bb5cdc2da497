/// A place near most points of two clouds, to count coordinates from: sums and projections of large
/// coordinates would lose the digits that tell clouds apart.
///
/// It is the median of the reference, on a lattice as wide as the spread of its middle half: clouds
/// near the origin stay where they are to the last bit, and what is far off is moved without
/// rounding.
struct CommonFrame: Sendable {
  let origin: Point

  init(of reference: [Point]) {
    origin = Point(Self.middle(of: reference.map(\.x)), Self.middle(of: reference.map(\.y)))
  }

  func callAsFunction(_ points: [Point]) -> [Point] {
    origin == .zero ? points : points.map { $0 - origin }
  }

  private static func middle(of numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let median = sorted[sorted.count / 2]
    let width = sorted[3 * sorted.count / 4] - sorted[sorted.count / 4]
    // Points that are all one are counted from there.
    guard width > 0 else { return median }
    let step = 4 * width.binade
    return (median / step).rounded() * step
  }
}
