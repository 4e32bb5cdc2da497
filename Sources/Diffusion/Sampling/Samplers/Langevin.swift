extension Sampler {
  /// Langevin dynamics from level to level: at each, `corrections` small steps up the score with
  /// noise, which draw the points to that level's distribution.
  ///
  /// With the ancestral predictor this is predictor-corrector sampling (Song et al. 2021, appendix
  /// G); without one, annealed Langevin dynamics (Song and Ermon 2019), which ends with the clean
  /// estimate. A step is as long as in Song's algorithm 5, the norm of the score replaced by the one
  /// it has on the average, `1 / sigma`, so that no point depends on the others.
  public static let langevin = Sampler(
    id: "langevin", title: "Langevin",
    summary: "an ancestral step, then noisy steps up the score at each level",
    isStochastic: true, asksFirst: false,
    settings: [.predictor, .corrections, .correctionRatio]
  ) { step in
    var points = predicted(step)
    if step.next.isClean { return points }
    let ratio = step.options.correctionRatio
    let pull = ratio * ratio * step.next.sigma
    let kick = 2.0.squareRoot() * ratio * step.next.sigma
    for correction in 0..<step.options.corrections {
      let noise = step.noise(draw: correction + 1)
      let estimates = step.denoiser.estimates(of: points, at: step.next)
      for i in points.indices { points[i] += kick * noise[i] - pull * estimates[i].noise }
    }
    return points
  }

  /// The points at the next level before they are corrected there.
  ///
  /// Without a predictor they stay where they are, in the schedule's own coordinates, as in the
  /// corrector-only samplers of Song et al. 2021. Keeping `x / alpha` instead would stretch them
  /// wherever alpha rises: from the noisy end of a cosine schedule a hundredfold in a step, of which a
  /// correction takes back a share `ratio²`.
  private static func predicted(_ step: SamplingStep) -> [Point] {
    if step.options.predictor == .none && !step.next.isClean { return step.points }
    let estimates = step.denoiser.estimates(of: step.points, at: step.level)
    if step.next.isClean { return estimates.map(\.clean) }
    let posterior = Transition(from: step.next, to: step.level).posterior
    let deviation = posterior.variance.squareRoot()
    let noise = step.noise()
    return step.points.indices.map { i in
      posterior.clean * estimates[i].clean + posterior.noisy * step.points[i]
        + deviation * noise[i]
    }
  }
}
