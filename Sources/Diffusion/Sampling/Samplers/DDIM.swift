extension Sampler {
  /// The generalized DDIM step (Song et al. 2021, equation 12): the estimate seen at the next
  /// level, with a share `eta` of the ancestral noise in place of the predicted one.
  public static let ddim = Sampler(
    id: "ddim", title: "DDIM",
    summary: "deterministic jumps along the predicted noise; eta adds noise back",
    isStochastic: true, order: 1, settings: [.eta]
  ) { step in
    let eta = step.options.eta
    if eta == 0 || step.next.isClean {
      return step.estimates.map { $0.renoised(to: step.next) }
    }
    let posterior = Transition(from: step.next, to: step.level).posterior
    let fresh = eta * posterior.variance.squareRoot()
    let predicted = max(0, step.next.sigma * step.next.sigma - fresh * fresh).squareRoot()
    return zip(step.estimates, step.noise()).map { estimate, noise in
      step.next.alpha * estimate.clean + predicted * estimate.noise + fresh * noise
    }
  }
}
