import Diffusion
import TextScreen

/// A denoising step of a sampler: what the model's answer at this point gives, the fresh noise, and
/// what the sampler knows from elsewhere.
struct DenoisingFormula {
  private let inspection: Inspection
  private let sampler: SamplerSpecification
  private let level: NoiseLevel
  private let next: NoiseLevel
  private let transition: Transition
  /// What is known of where noisy points come from.
  private let posterior: DataPosterior
  private let glyphs: Glyphs

  /// The terms that this point and its noise give, where they lead, and how much noise is added.
  private typealias Gate = (terms: [StyledText], mean: Point, deviation: Double)

  init(
    _ inspection: Inspection, _ sampler: SamplerSpecification, to next: NoiseLevel,
    knowing posterior: DataPosterior, _ glyphs: Glyphs
  ) {
    self.inspection = inspection
    self.sampler = sampler
    level = inspection.level
    self.next = next
    transition = Transition(from: next, to: level)
    self.posterior = posterior
    self.glyphs = glyphs
  }

  func formula(result: String) -> StepFormula {
    let gate = gate
    let fresh = StepFormula.fresh(gate.deviation)
    if gate.deviation > 0 {
      return StepFormula(
        result: result, terms: gate.terms + fresh,
        vectors: StepFormula.noise(
          in: inspection, beyond: gate.mean, deviation: gate.deviation))
    }
    guard let place = inspection.next else {
      let isMore = source != nil && !next.isClean && level.alpha > 0
      return StepFormula(
        result: result, terms: gate.terms + (isMore ? [.label(" + c")] : []))
    }
    let rest = place - gate.mean
    let isSeen = max(abs(rest.x), abs(rest.y)) >= 0.5 * Text.unit(scale: scale)
    guard isSeen else { return StepFormula(result: result, terms: gate.terms) }
    return StepFormula(
      result: result, terms: gate.terms + [.label(" + c")],
      vectors: [.init(name: "c", value: rest, scale: scale, remark: source ?? "")])
  }

  private var scale: Double { max(level.scale, inspection.spread) }

  private var gate: Gate {
    switch sampler.kind {
    case .ddpm: ancestral
    case .ddim where !next.isClean && sampler.options.eta > 0: renoised(sampler.options.eta)
    case .eulerAncestral where !next.isClean: renoised(1)
    case .eulerMaruyama where !next.isClean: reverseTime
    default: renoised(0)
    }
  }

  /// The estimate seen at the next level, with a share of the ancestral noise in place of the
  /// predicted one.
  private func renoised(_ share: Double) -> Gate {
    let fresh = share * transition.posterior.variance.squareRoot()
    let kept = max(0, next.sigma * next.sigma - fresh * fresh).squareRoot()
    let (clean, noise) = (inspection.estimate.clean, inspection.estimate.noise)
    return (
      [
        number(next.alpha) + .label(" clean") + .label(" + ") + number(kept)
          + .label(" \(glyphs.epsilon)")
      ], next.alpha * clean + kept * noise, fresh
    )
  }

  /// DDPM's mean (Ho et al. 2020, equation 11): a share of the predicted noise is subtracted and
  /// the rest scaled up, `(x_t − b · eps) / a` with `a = alpha_t / alpha_s` and
  /// `b = variance / sigma_t`. Where so little is left to be scaled up that a would have to be known
  /// to many digits, in its terms of (clean, x_t).
  private var ancestral: Gate {
    let posterior = transition.posterior
    let (point, estimate) = (inspection.point, inspection.estimate)
    let mean = posterior.clean * estimate.clean + posterior.noisy * point
    let deviation = next.isClean ? 0 : ancestralVariance.squareRoot()
    guard transition.scale > 0.5 else {
      return (
        [
          number(posterior.clean) + .label(" clean + ") + number(posterior.noisy)
            + .label(" \(glyphs.noisy)")
        ], mean, deviation
      )
    }
    return (
      [
        .label("(\(glyphs.noisy) \(glyphs.minus) ") + number(transition.variance / level.sigma)
          + .label(" \(glyphs.epsilon))/") + number(transition.scale)
      ], mean, deviation
    )
  }

  /// The variance of DDPM's noise; where it has a covariance of its own at every point, the mean of
  /// that over both axes.
  private var ancestralVariance: Double {
    let (here, variance) = (inspection.point, sampler.options.variance)
    if variance == .learned, let learned = inspection.variance {
      return learned.covariances(over: transition)[0].trace / 2
    }
    return variance.isotropic(over: transition) { level in
      variance.isOfPoints
        ? posterior.covariances(of: [here], at: level)[0].trace / 2
        : posterior.meanVariance(alone: level)
    }
  }

  /// Euler and Maruyama on the reverse-time SDE.
  private var reverseTime: Gate {
    guard level.alpha > 0 else {
      return (
        [number(next.alpha) + .label(" clean")], next.alpha * inspection.estimate.clean, next.sigma
      )
    }
    let pull = transition.variance / level.sigma
    let kept = 2 - transition.scale
    return (
      [
        number(kept) + .label(" \(glyphs.noisy) \(glyphs.minus) ") + number(pull)
          + .label(" \(glyphs.epsilon)")
      ],
      kept * inspection.point - pull * inspection.estimate.noise, transition.variance.squareRoot()
    )
  }

  /// Where a sampler that does more than a straight step has the rest from.
  private var source: String? {
    switch sampler.kind {
    case .heun: "second slope"
    case .midpoint: "slope halfway"
    case .churn: "noise put back"
    case .langevin: "corrections"
    case .ode: "smaller steps"
    case let kind where kind.memory > 0: "earlier steps"
    default: nil
    }
  }

  private func number(_ value: Double) -> StyledText { StepFormula.number(value) }
}
