extension GaussianMixture {
  /// Where a noisy point may have come from, `p(x_0 | x_t)`: again a mixture, one lobe for small
  /// noise, many for large. Nil at the clean level, where the point is the answer.
  ///
  /// For a component `N(m, S)` and `C = alpha² S + sigma² I` the lobe has the mean
  /// `m + alpha S C⁻¹ (x − alpha m)` and the covariance `sigma² S C⁻¹`.
  public func posterior(of point: Point, at level: NoiseLevel) -> GaussianMixture? {
    guard !level.isClean else { return nil }
    let shares = diffused(to: level).responsibilities(at: point)
    let lobes = zip(components, shares).compactMap { component, share -> Component? in
      share > Self.leastShare ? component.posterior(of: point, at: level, weight: share) : nil
    }
    return try? GaussianMixture(components: lobes)
  }

  /// Where a noisy point may have been at an earlier level of its path, `p(x_s | x_t)`: a lobe for
  /// each of where it may have come from, pulled along and widened by the noise between. Nil at the
  /// clean level.
  public func posterior(
    of point: Point, at level: NoiseLevel, earlier: NoiseLevel
  ) -> GaussianMixture? {
    guard let origins = posterior(of: point, at: level) else { return nil }
    if earlier.isClean { return origins }
    let step = Transition(from: earlier, to: level).posterior
    let lobes = origins.components.map { origin in
      Component(
        weight: origin.weight, mean: step.clean * origin.mean + step.noisy * point,
        covariance: origin.covariance.scaled(
          by: step.clean * step.clean, plusVariance: step.variance), label: origin.label)
    }
    return try? GaussianMixture(components: lobes)
  }

  /// Lobes of smaller shares are left out.
  private static let leastShare = 1e-6
}

extension GaussianMixture.Component {
  /// Where a noisy point may have come from if it came from this component: again a Gaussian, with a
  /// share of its own.
  func posterior(
    of point: Point, at level: NoiseLevel, weight: Double = 1
  ) -> GaussianMixture.Component {
    let (inner, variance) = (covariance, level.sigma * level.sigma)
    let precision = inner.scaled(by: level.alphaBar, plusVariance: variance).inverse
    let pull = precision.applied(to: point - level.alpha * mean)
    return GaussianMixture.Component(
      weight: weight, mean: mean + level.alpha * inner.applied(to: pull),
      covariance: Covariance(
        xx: variance * (inner.xx * precision.xx + inner.xy * precision.xy),
        xy: variance * (inner.xx * precision.xy + inner.xy * precision.yy),
        yy: variance * (inner.xy * precision.xy + inner.yy * precision.yy)),
      label: label)
  }
}
