extension Sampler {
  /// The Euler-Maruyama method on the reverse-time SDE (Song et al. 2021, equation 46), with the
  /// drift and the noise of the forward step between the two levels:
  /// `x' = (2 − scale) · x + variance · score + sqrt(variance) · z`.
  ///
  /// The step to the clean level takes the clean estimate itself. A step from a level without data,
  /// where the drift is infinite, is an ancestral one.
  public static let eulerMaruyama = Sampler(
    id: "euler-maruyama", title: "Euler-Maruyama",
    summary: "the reverse-time SDE, step by step as it is written",
    isStochastic: true
  ) { step in
    if step.next.isClean { return step.estimates.map(\.clean) }
    let transition = Transition(from: step.next, to: step.level)
    guard step.level.alpha > 0 else {
      return zip(step.estimates, step.noise()).map { estimate, noise in
        step.next.alpha * estimate.clean + step.next.sigma * noise
      }
    }
    let pull = transition.variance / step.level.sigma
    let deviation = transition.variance.squareRoot()
    let noise = step.noise()
    return step.points.indices.map { i in
      (2 - transition.scale) * step.points[i] - pull * step.estimates[i].noise
        + deviation * noise[i]
    }
  }
}
