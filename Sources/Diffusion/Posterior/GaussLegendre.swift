import Foundation

/// Gauss's rule for integrals from 0 to 1: exact for polynomials of a degree below twice the number
/// of its places, which are the zeros of a Legendre polynomial.
struct GaussLegendre: Sendable {
  /// Where the integrand is asked, and how much that counts.
  let nodes: [(place: Double, weight: Double)]

  init(order: Int) {
    nodes = (0..<order).map { index in
      // Newton's method from an estimate that is near enough to one zero each.
      var root = cos(.pi * (Double(index) + 0.75) / (Double(order) + 0.5))
      for _ in 0..<20 {
        let (value, slope) = Self.legendre(order, at: root)
        root -= value / slope
      }
      let slope = Self.legendre(order, at: root).slope
      return ((1 - root) / 2, 1 / ((1 - root * root) * slope * slope))
    }
  }

  /// The Legendre polynomial of a degree and its derivative, by Bonnet's recursion.
  private static func legendre(_ degree: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for k in 2...degree {
      let next = (Double(2 * k - 1) * x * value - Double(k - 1) * before) / Double(k)
      (before, value) = (value, next)
    }
    return (value, Double(degree) * (x * value - before) / (x * x - 1))
  }
}
