import Foundation

/// How far a cloud is from a reference cloud: optimal transport in one dimension, averaged over
/// 64 fixed directions.
///
/// Along a direction the cheapest way to turn one cloud into the other moves quantile to quantile,
/// so sorting solves it exactly (Rabin et al. 2012). The directions are `(cos, sin)(πk / 64)`; the
/// reference is projected and sorted once.
public struct SlicedWasserstein: Sendable {
  /// The distances between two clouds, in the units of the data.
  public struct Distances: Sendable, Equatable, Codable {
    /// The mean over the directions of W1, the mean distance moved.
    public var first: Double
    /// The root of the mean over the directions of W2², the mean squared distance moved.
    public var second: Double
    /// W1 along the direction in which it is largest.
    public var greatestFirst: Double
    /// W2 along the direction in which it is largest.
    public var greatestSecond: Double
  }

  /// The directions clouds are projected on.
  public static let directions: [Point] = (0..<64).map { k in
    Point(cos(.pi * Double(k) / 64), sin(.pi * Double(k) / 64))
  }

  /// For every direction the sorted projections of the reference.
  private let reference: [[Double]]
  private let frame: CommonFrame

  /// - Parameter reference: the cloud distances are measured from; at least one point.
  public init(reference: [Point]) {
    precondition(!reference.isEmpty, "a distance needs a point to be measured from")
    let frame = CommonFrame(of: reference)
    let reference = frame(reference)
    self.frame = frame
    var sorter = DigitSort()
    self.reference = Self.directions.map { direction in
      var projections = [Double](repeating: 0, count: reference.count)
      Self.project(reference, on: direction, into: &projections)
      sorter.sort(&projections)
      return projections
    }
  }

  /// The distances of a cloud from the reference; the sizes may differ.
  public func distances(to cloud: [Point]) -> Distances {
    precondition(!cloud.isEmpty, "a distance needs a point to be measured to")
    let cloud = frame(cloud)
    var projections = [Double](repeating: 0, count: cloud.count)
    var sorter = DigitSort()
    var first = 0.0
    var squared = 0.0
    var greatest = (first: 0.0, squared: 0.0)
    for (direction, quantiles) in zip(Self.directions, reference) {
      Self.project(cloud, on: direction, into: &projections)
      sorter.sort(&projections)
      let moved = LineTransport.cost(from: quantiles, to: projections)
      first += moved.first
      squared += moved.squared
      greatest = (max(greatest.first, moved.first), max(greatest.squared, moved.squared))
    }
    let count = Double(Self.directions.count)
    return Distances(
      first: first / count, second: (squared / count).squareRoot(),
      greatestFirst: greatest.first, greatestSecond: greatest.squared.squareRoot())
  }

  /// Fills `projections` with the coordinates of points along a direction.
  private static func project(
    _ points: [Point], on direction: Point, into projections: inout [Double]
  ) {
    for i in points.indices {
      projections[i] = points[i].x * direction.x + points[i].y * direction.y
    }
  }
}

/// Optimal transport between two sorted lists of numbers, all of one list equally heavy.
enum LineTransport {
  /// W1, the mean distance moved, and W2², the mean squared distance moved.
  static func cost(from one: [Double], to other: [Double]) -> (first: Double, squared: Double) {
    one.count == other.count ? paired(one, other) : coupled(one, other)
  }

  private static func paired(_ one: [Double], _ other: [Double]) -> (Double, Double) {
    var first = 0.0
    var squared = 0.0
    for i in one.indices {
      let distance = one[i] - other[i]
      first += abs(distance)
      squared += distance * distance
    }
    return (first / Double(one.count), squared / Double(one.count))
  }

  /// Lists of different length: each number of the one list weighs as many units as the other
  /// list is long, so that both totals are the same whole number and nothing is rounded.
  private static func coupled(_ one: [Double], _ other: [Double]) -> (Double, Double) {
    var first = 0.0
    var squared = 0.0
    var (i, j) = (0, 0)
    var (left, right) = (other.count, one.count)
    while i < one.count, j < other.count {
      let mass = min(left, right)
      let distance = one[i] - other[j]
      first += Double(mass) * abs(distance)
      squared += Double(mass) * distance * distance
      left -= mass
      right -= mass
      if left == 0 { (i, left) = (i + 1, other.count) }
      if right == 0 { (j, right) = (j + 1, one.count) }
    }
    let total = Double(one.count) * Double(other.count)
    return (first / total, squared / total)
  }
}
