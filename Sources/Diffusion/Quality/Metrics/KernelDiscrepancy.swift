/// The squared maximum mean discrepancy of a kernel, `E k(X, X') + E k(Y, Y') − 2 E k(X, Y)`, which
/// the metrics of all pairs are made of.
///
/// All three sums are taken in the same order, so that of a cloud and itself they agree to the last
/// bit and the discrepancy is 0, and to twice the digits of a double, so that large terms cancel.
struct KernelDiscrepancy {
  /// Each point also with itself.
  let biased: Double
  /// Pairs of different points only; not a number for a single point.
  let unbiased: Double

  /// - Parameter kernel: a symmetric function of two points.
  init<Element>(
    of reference: [Element], _ generated: [Element], watch: MetricWatch,
    kernel: (Element, Element) -> Double
  ) rethrows {
    let (n, m) = (Double(reference.count), Double(generated.count))
    var done = 0.0
    func sum(_ one: [Element], _ other: [Element]) throws -> DoubleDouble {
      var total = DoubleDouble.zero
      for (i, point) in one.enumerated() {
        total += DoubleDouble(other.reduce(0) { $0 + kernel(point, $1) })
        done += Double(other.count)
        if i & 63 == 63 { try watch(done / (n * n + m * m + n * m)) }
      }
      return total
    }
    func diagonal(_ points: [Element]) -> DoubleDouble {
      points.reduce(.zero) { $0 + DoubleDouble(kernel($1, $1)) }
    }
    let across = 2 * (try sum(reference, generated) / (n * m))
    let one = try sum(reference, reference)
    let other = try sum(generated, generated)
    biased = (one / (n * n) + other / (m * m) - across).high
    let distinct = (one - diagonal(reference)) / (n * (n - 1))
    unbiased = (distinct + (other - diagonal(generated)) / (m * (m - 1)) - across).high
  }
}
