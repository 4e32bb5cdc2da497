import Foundation

/// A mixture of Gaussians on a line: a marginal or a conditional of a mixture of the plane.
struct LineMixture: Sendable, Equatable {
  struct Component: Sendable, Equatable {
    let weight: Double
    let mean: Double
    /// The standard deviation, above 0.
    let deviation: Double
  }

  /// The components that have any weight, their weights summing to 1.
  let components: [Component]

  /// - Parameter components: weights that sum to 1, up to rounding.
  init(_ components: [Component]) {
    self.components = components.filter { $0.weight > 0 }
    precondition(!self.components.isEmpty, "a mixture has a component")
  }

  /// The share below `x`.
  func cdf(_ x: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * StandardNormal.cdf((x - $1.mean) / $1.deviation) }
  }

  /// The share above `x`.
  func survival(_ x: Double) -> Double {
    components.reduce(0) { $0 + $1.weight * StandardNormal.survival((x - $1.mean) / $1.deviation) }
  }

  func density(_ x: Double) -> Double {
    components.reduce(0) {
      $0 + $1.weight / $1.deviation * StandardNormal.density((x - $1.mean) / $1.deviation)
    }
  }

  /// The place below which a share is: the inverse of `cdf`.
  ///
  /// - Parameter share: in (0, 1).
  func quantile(_ share: Double) -> Double {
    share <= 0.5
      ? place(ofShare: share, isUpper: false) : place(ofShare: 1 - share, isUpper: true)
  }

  /// The place above which a share of at most a half is: the inverse of `survival`.
  func quantile(ofUpperTail share: Double) -> Double { place(ofShare: share, isUpper: true) }

  /// The place beyond which a share is, by Newton's steps on the logarithm of the share, which is
  /// nearly straight in the tails; a step that leaves the bracket, or does not halve it in good time,
  /// is a bisection. The bracket is closed by what single components would answer: below the least of
  /// these every component has less than the share, above the greatest more.
  private func place(ofShare share: Double, isUpper: Bool) -> Double {
    let sign = isUpper ? 1.0 : -1
    let reach = StandardNormal.quantile(ofTail: share)
    let own = components.map { $0.mean + sign * $0.deviation * reach }
    var (low, high) = (own.min() ?? 0, own.max() ?? 0)
    if components.count == 1 || !(low < high) { return low }
    var place = low + (high - low) / 2
    var width = high - low
    for _ in 0..<Self.mostSteps {
      let found = isUpper ? survival(place) : cdf(place)
      if found == share { return place }
      // The share above a place falls along the line, that below it rises.
      if (found < share) == isUpper { high = place } else { low = place }
      let step = -sign * (log(found) - log(share)) * found / density(place)
      var next = place - step
      let isStuck = !(high - low < 0.75 * width)
      width = high - low
      if !(next > low && next < high) || isStuck { next = low + (high - low) / 2 }
      if next == place || next <= low || next >= high { return place }
      place = next
    }
    return place
  }

  /// Far above what is needed: halving alone goes through all doubles in fewer.
  private static let mostSteps = 2200
}

extension GaussianMixture {
  /// The distribution of one coordinate.
  func marginal(of axis: Int) -> LineMixture {
    LineMixture(
      components.map {
        LineMixture.Component(
          weight: $0.weight, mean: $0.mean[axis],
          deviation: (axis == 0 ? $0.covariance.xx : $0.covariance.yy).squareRoot())
      })
  }

  /// The distribution of the other coordinate where one of them is known.
  ///
  /// - Parameters:
  ///   - axis: the coordinate that is known.
  ///   - value: what it is.
  func conditional(givenAxis axis: Int, at value: Double) -> LineMixture {
    let other = 1 - axis
    let logWeights = components.map { component -> Double in
      let variance = axis == 0 ? component.covariance.xx : component.covariance.yy
      let deviation = variance.squareRoot()
      return log(component.weight) - log(deviation)
        + StandardNormal.logDensity((value - component.mean[axis]) / deviation)
    }
    let peak = logWeights.max() ?? 0
    let weights = logWeights.map { exp($0 - peak) }
    let total = weights.reduce(0, +)
    return LineMixture(
      zip(components, weights).map { component, weight in
        let covariance = component.covariance
        let (own, further) =
          axis == 0 ? (covariance.xx, covariance.yy) : (covariance.yy, covariance.xx)
        let slope = covariance.xy / own
        return LineMixture.Component(
          weight: weight / total,
          mean: component.mean[other] + slope * (value - component.mean[axis]),
          deviation: max(further - slope * covariance.xy, further * 1e-15).squareRoot())
      })
  }
}
