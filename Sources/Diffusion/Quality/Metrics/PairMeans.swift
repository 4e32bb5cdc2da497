/// Means of a function of the distance over the pairs of points of two clouds, which all metrics of
/// pairs are made of.
///
/// All three sums are taken in the same order, so that of a cloud and itself they agree to the last
/// bit and the distance is 0.
struct PairMeans {
  /// The mean over pairs of one point of either cloud.
  let across: Double
  /// The means over pairs of the reference and of the generated cloud, each point also with itself.
  let within: (reference: Double, generated: Double)
  /// The same over pairs of different points; not a number for a single point.
  let withinDistinct: (reference: Double, generated: Double)

  /// - Parameter function: the function of the squared distance.
  init(
    of clouds: ComparedClouds, watch: MetricWatch, function: (_ squaredDistance: Double) -> Double
  ) rethrows {
    let (n, m) = (Double(clouds.reference.count), Double(clouds.generated.count))
    var done = 0.0
    func sum(_ one: [Point], _ other: [Point]) throws -> Double {
      var total = 0.0
      for (i, point) in one.enumerated() {
        total += other.reduce(0) { $0 + function((point - $1).squaredLength) }
        done += Double(other.count)
        if i & 63 == 63 { try watch(done / (n * n + m * m + n * m)) }
      }
      return total
    }
    let diagonal = function(0)
    across = try sum(clouds.reference, clouds.generated) / (n * m)
    let reference = try sum(clouds.reference, clouds.reference)
    let generated = try sum(clouds.generated, clouds.generated)
    within = (reference / (n * n), generated / (m * m))
    withinDistinct = (
      (reference - n * diagonal) / (n * (n - 1)), (generated - m * diagonal) / (m * (m - 1))
    )
  }
}
