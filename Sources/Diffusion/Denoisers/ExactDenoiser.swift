/// The exact answer: the posterior means of a Gaussian mixture at any level, in closed form.
public struct ExactDenoiser: Denoiser {
  public let mixture: GaussianMixture

  public init(mixture: GaussianMixture) {
    self.mixture = mixture
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    precondition(points.count == estimates.count, "one estimate for each point")
    let diffused = mixture.diffused(to: level)
    for i in points.indices { estimates[i] = diffused.estimate(at: points[i]) }
  }
}
