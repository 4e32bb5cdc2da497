import Foundation

extension Transport {
  /// How often the best guess of the label is right for points at a time: the mean of the largest
  /// posterior.
  ///
  /// Needs a coupling with an exact field.
  ///
  /// - Parameter places: how many places the mean is taken over, about.
  public func bayesAccuracy(at time: Double, places: Int) -> Double {
    let field = marginal(at: time)
    return field.components.mean(over: places) { field.labelPosterior(at: $0).max() ?? 0 }
  }

  /// The same for starts: no way from there that is not told the label can keep more labels than
  /// this.
  public func bayesAccuracyOfStart(places: Int) -> Double {
    guard priorKnowsLabels else { return shares.max() ?? 0 }
    let field = prior.diffused(to: .clean)
    return prior.components.mean(over: places) { field.labelPosterior(at: $0).max() ?? 0 }
  }
}

extension [GaussianMixture.Component] {
  /// The mean of a function over the mixture of these Gaussians, by places spread evenly over each
  /// of them: the same at every call, and with an error that falls almost with their number.
  ///
  /// - Parameter places: how many places are looked at, about; at least one for each Gaussian.
  fileprivate func mean(over places: Int, of value: (Point) -> Double) -> Double {
    let each = Swift.max(1, places / Swift.max(1, count))
    var (sum, total) = (0.0, 0.0)
    for (index, component) in enumerated() where component.weight > 0 {
      // Each Gaussian has its own stretch of the sequence, or a single place would be the centre.
      let values = (0..<each).map { place in
        let normal = EvenPlaces.normal(index * each + place)
        return value(component.mean + component.covariance.coloured(normal))
      }
      sum += component.weight * values.reduce(0, +) / Double(each)
      total += component.weight
    }
    return total > 0 ? sum / total : 0
  }
}

/// Places that cover the plane evenly, by a sequence of low discrepancy: the multiples of the powers
/// of the inverse plastic number (Roberts 2018, R2).
private enum EvenPlaces {
  private static let step = Point(0.7548776662466927, 0.5698402909980532)

  /// A place of a standard normal distribution (Box and Muller 1958).
  static func normal(_ index: Int) -> Point {
    let x = (0.5 + Double(index) * step.x).truncatingRemainder(dividingBy: 1)
    let y = (0.5 + Double(index) * step.y).truncatingRemainder(dividingBy: 1)
    let radius = (-2 * log(Swift.max(x, .leastNormalMagnitude))).squareRoot()
    return Point(radius * cos(2 * .pi * y), radius * sin(2 * .pi * y))
  }
}
