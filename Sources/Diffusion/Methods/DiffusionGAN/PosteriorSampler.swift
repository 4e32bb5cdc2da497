/// What draws the clean points that noisy ones may come from: of the posterior `p(x_0 | x_t)`, or of
/// what a generator has learned in its place.
public protocol PosteriorSampler: Sendable {
  /// A clean point for each noisy one.
  ///
  /// - Parameters:
  ///   - points: in the schedule's own coordinates.
  ///   - level: with noise.
  ///   - latents: two standard-normal numbers for each; the same ones give the same points.
  func cleanPoints(of points: [Point], at level: NoiseLevel, latents: [Point]) -> [Point]
}

/// The posterior itself, which of a mixture is a mixture.
///
/// The first number of a latent, as the share below it, says in which component the point lies, and
/// what is left of that share where in it; the other number goes as it is.
public struct ExactPosteriorSampler: PosteriorSampler {
  private let mixture: GaussianMixture

  init(of mixture: GaussianMixture) {
    self.mixture = mixture
  }

  public func cleanPoints(
    of points: [Point], at level: NoiseLevel, latents: [Point]
  ) -> [Point] {
    let diffused = mixture.diffused(to: level)
    return zip(points, latents).map { point, latent in
      let shares = diffused.responsibilities(at: point)
      var rest = StandardNormal.cdf(latent.x)
      var place = 0
      while place < shares.count - 1, rest >= shares[place] {
        rest -= shares[place]
        place += 1
      }
      // Shares of far points may round to a sum below 1.
      if shares[place] <= 0, let likeliest = shares.indices.max(by: { shares[$0] < shares[$1] }) {
        (place, rest) = (likeliest, 0)
      }
      let within = min(max(rest / shares[place], Self.least), 1 - Self.least)
      let lobe = mixture.components[place].posterior(of: point, at: level)
      return lobe.mean
        + lobe.covariance.coloured(Point(StandardNormal.quantile(within), latent.y))
    }
  }

  /// A share never so near an end that nothing lies beyond it.
  private static let least = 1e-15
}
