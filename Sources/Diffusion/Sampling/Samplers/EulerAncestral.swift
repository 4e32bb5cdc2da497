extension Sampler {
  /// Euler steps that go too far down in `S = sigma / alpha` and back up with fresh noise, as much
  /// as ancestral sampling would add (the ancestral sampler of the k-diffusion library, eta 1).
  public static let eulerAncestral = Sampler(
    id: "euler-ancestral", title: "Euler ancestral",
    summary: "Euler steps below the next level, then back up with fresh noise",
    isStochastic: true
  ) { step in
    if step.next.isClean { return step.estimates.map { $0.renoised(to: step.next) } }
    let (here, there) = (step.level.relativeSigma, step.next.relativeSigma)
    let ratio = there / here
    let up = there * max(0, 1 - ratio * ratio).squareRoot()
    let down = there * ratio
    return zip(step.estimates, step.noise()).map { estimate, noise in
      step.next.alpha * (estimate.clean + down * estimate.noise + up * noise)
    }
  }
}
