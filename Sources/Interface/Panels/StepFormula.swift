import Diffusion

/// The step a particle takes next, as the formula in the books with its numbers of this moment.
struct StepFormula: Sendable, Equatable {
  /// The name of what the formula gives, such as `x_t-1`.
  let result: String
  /// The right-hand side in its terms; they stand beside each other where there is room.
  let terms: [StyledText]

  /// The step of a run from the level it is at to the next one; nil at its end.
  init?(_ state: AppState, _ glyphs: Glyphs) {
    let frame = state.frame
    guard frame.step < frame.length else { return nil }
    let next = state.stage.level(frame.direction, at: frame.step + 1)
    let stride = abs(
      state.stage.noisingSteps(frame.direction, at: frame.step + 1) - frame.noisingSteps)
    switch frame.direction {
    case .forward:
      result = "x_t+\(stride)"
      terms = Self.noising(state, from: frame.level, to: next)
    case .reverse:
      result = next.isClean ? "x_0" : "x_t-\(stride)"
      terms = Self.denoising(state.experiment.sampler, from: frame.level, to: next, glyphs)
    }
  }

  /// One Markov step forward, or the kernel straight from the data.
  private static func noising(
    _ state: AppState, from level: NoiseLevel, to next: NoiseLevel
  ) -> [StyledText] {
    switch state.stage.way {
    case .walk:
      let transition = Transition(from: level, to: next)
      return [
        number(transition.scale) + .label(" x_t"),
        .label(" + ") + number(transition.variance.squareRoot()) + .label(" z"),
      ]
    case .jump:
      return [
        number(next.alpha) + .label(" x_0"), .label(" + ") + number(next.sigma) + .label(" z"),
      ]
    }
  }

  private static func denoising(
    _ sampler: SamplerSpecification, from level: NoiseLevel, to next: NoiseLevel, _ glyphs: Glyphs
  ) -> [StyledText] {
    let transition = Transition(from: next, to: level)
    if sampler.kind == .ddpm {
      let isLarge = sampler.options.variance == .large
      let variance = isLarge ? transition.variance : transition.posterior.variance
      return subtraction(transition, sigma: level.sigma, glyphs)
        + fresh(next.isClean ? 0 : variance.squareRoot())
    }
    let eta = share(ofFreshNoise: sampler, to: next)
    let noise = eta * transition.posterior.variance.squareRoot()
    let kept = max(0, next.sigma * next.sigma - noise * noise).squareRoot()
    let renoised =
      number(next.alpha) + .label(" clean + ") + number(kept) + .label(" \(glyphs.epsilon)")
    return [renoised] + fresh(noise) + remark(on: sampler.kind, from: level, to: next)
  }

  /// How much of the ancestral noise is added, from 0 to 1.
  private static func share(
    ofFreshNoise sampler: SamplerSpecification, to next: NoiseLevel
  ) -> Double {
    if next.isClean { return 0 }
    return sampler.kind == .eulerAncestral ? 1 : sampler.kind == .ddim ? sampler.options.eta : 0
  }

  /// What a sampler does beyond the straight step that the formula shows.
  private static func remark(
    on sampler: Sampler, from level: NoiseLevel, to next: NoiseLevel
  ) -> [StyledText] {
    if next.isClean || level.alpha == 0 { return [] }
    if [.heun, .churn].contains(sampler) { return [.label(", averaged")] }
    if sampler.memory > 0 { return [.label(", extrapolated")] }
    if [.midpoint, .langevin, .eulerMaruyama, .ode].contains(sampler) {
      return [.label(", and more")]
    }
    return []
  }

  /// DDPM's mean (Ho et al. 2020, equation 11): a share of the predicted noise is subtracted and
  /// the rest scaled up, `(x_t − b · eps) / a` with `a = alpha_t / alpha_s` and
  /// `b = variance / sigma_t`. Where nothing of the data is left to scale, in its terms of
  /// (clean, x_t).
  private static func subtraction(
    _ transition: Transition, sigma: Double, _ glyphs: Glyphs
  ) -> [StyledText] {
    guard transition.scale > 1e-6 else {
      let posterior = transition.posterior
      return [
        number(posterior.clean) + .label(" clean + ") + number(posterior.noisy) + .label(" x_t")
      ]
    }
    return [
      .label("(x_t \(glyphs.minus) ") + number(transition.variance / sigma)
        + .label(" \(glyphs.epsilon))/") + number(transition.scale)
    ]
  }

  private static func fresh(_ deviation: Double) -> [StyledText] {
    deviation > 0 ? [.label(" + ") + number(deviation) + .label(" z")] : []
  }

  static func number(_ value: Double) -> StyledText { StyledText(Text.coefficient(value)) }
}
