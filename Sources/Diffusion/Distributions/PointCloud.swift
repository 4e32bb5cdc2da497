/// Given points as a distribution: one narrow Gaussian on each.
struct PointCloud {
  let points: [Point]
  let labels: [String]?
  let source: String

  /// The label of points that have none.
  static let unlabelled = "data"

  func mixture() throws(DistributionError) -> GaussianMixture {
    try check()
    let covariance = Covariance(standardDeviation: bandwidth)
    let components = points.indices.map { i in
      GaussianMixture.Component(
        mean: points[i], covariance: covariance, label: labels?[i] ?? Self.unlabelled)
    }
    do throws(MixtureError) {
      return try GaussianMixture(components: components)
    } catch {
      throw .components(error)
    }
  }

  /// The standard deviation of the Gaussian on every point: half the mean distance from a point
  /// to its nearest neighbour, so that neighbours touch and stray points stay points.
  ///
  /// It is kept between 2 % and 10 % of the points' spread: identical points do not make a
  /// singular covariance, and a handful of points does not become one blob. Where all points are
  /// one, the spread counts as 1.
  var bandwidth: Double {
    let count = Double(points.count)
    let centre = points.reduce(.zero, +) / count
    let variance = points.reduce(0) { $0 + ($1 - centre).squaredLength } / (2 * count)
    let isOnePlace = points.allSatisfy { $0 == points[0] }
    let spread = isOnePlace ? 1 : variance.squareRoot()
    return min(max(0.5 * meanNeighbourDistance, 0.02 * spread), 0.1 * spread)
  }

  /// The mean distance from each distinct point to the nearest other one; 0 for a single point.
  private var meanNeighbourDistance: Double {
    let distinct = Array(Set(points)).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    guard distinct.count > 1 else { return 0 }
    let tree = PointTree(distinct)
    let sum = distinct.indices.reduce(0) {
      $0 + tree.squaredDistance(toNearest: distinct[$1], otherThan: $1).squareRoot()
    }
    return sum / Double(distinct.count)
  }

  func check() throws(DistributionError) {
    if points.isEmpty { throw .noPoints(source: source) }
    if points.count > GaussianMixture.mostComponents {
      throw .tooManyPoints(points.count, source: source)
    }
    if let bad = points.firstIndex(where: { !GaussianMixture.isPlace($0) }) {
      throw .badPoint(index: bad, source: source)
    }
    if let labels, labels.count != points.count {
      throw .labelCount(labels: labels.count, points: points.count, source: source)
    }
  }
}
