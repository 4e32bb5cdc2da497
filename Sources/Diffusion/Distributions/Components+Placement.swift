extension [GaussianMixture.Component] {
  /// The same shape, moved to mean 0 and scaled to unit spread (the mean of the two variances is
  /// 1): data of the prior's size, so that all distributions look good on one canvas and none
  /// needs its own schedule.
  func standardized() -> [GaussianMixture.Component] {
    let total = reduce(0) { $0 + $1.weight }
    let centre = reduce(Point.zero) { $0 + ($1.weight / total) * $1.mean }
    let variance = reduce(0) { sum, component in
      let squared = (component.mean - centre).squaredLength + component.covariance.trace
      return sum + component.weight / total * squared / 2
    }
    let factor = 1 / variance.squareRoot()
    return map { component in
      GaussianMixture.Component(
        weight: component.weight, mean: factor * (component.mean - centre),
        covariance: component.covariance.scaled(by: factor * factor, plusVariance: 0),
        label: component.label)
    }
  }
}
