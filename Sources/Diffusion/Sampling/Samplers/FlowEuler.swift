extension Sampler {
  /// Euler's method on the velocity of flow matching, `dx = d(alpha) · clean + d(sigma) · noise`
  /// (Lipman et al. 2023): on the straight line `dx/dt = noise − clean`.
  public static let flowEuler = Sampler(
    id: "flow-euler", title: "Flow Euler",
    summary: "first-order steps along the velocity of flow matching",
    isStochastic: false, order: 1
  ) { step in
    let alphaChange = step.next.alpha - step.level.alpha
    let sigmaChange = step.next.sigma - step.level.sigma
    return zip(step.points, step.estimates).map { point, estimate in
      point + alphaChange * estimate.clean + sigmaChange * estimate.noise
    }
  }
}
