import Diffusion

/// The exact distribution of the points of a moment: their density and their labels.
struct Marginal: Sendable {
  /// The mixture to be asked for densities and for the posterior of labels.
  let mixture: DiffusedMixture
  /// How many Gaussians it is made of.
  let count: Int
  /// What the clean point and the noise of a point are in the mean; nil where none is added.
  var estimate: (@Sendable (Point) -> Estimate)?
  private let parts: @Sendable () -> [GaussianMixture.Component]

  /// - Parameter parts: the Gaussians it is made of, as many as `count`, worked out where they are
  ///   asked for.
  init(
    mixture: DiffusedMixture, count: Int, estimate: (@Sendable (Point) -> Estimate)?,
    parts: @escaping @Sendable () -> [GaussianMixture.Component]
  ) {
    self.mixture = mixture
    self.count = count
    self.estimate = estimate
    self.parts = parts
  }

  /// The Gaussians it is made of, as wide as they are at this moment.
  var components: [GaussianMixture.Component] { parts() }

  /// A mixture with noise of a level, of what it was without.
  static func diffused(_ diffused: DiffusedMixture, of mixture: GaussianMixture) -> Marginal {
    Marginal(
      mixture: diffused, count: mixture.components.count,
      estimate: { diffused.estimate(at: $0) }
    ) {
      let level = diffused.level
      return mixture.components.map { component in
        var here = component
        here.mean = level.alpha * component.mean
        here.covariance = component.covariance.scaled(
          by: level.alpha * level.alpha, plusVariance: level.sigma * level.sigma)
        return here
      }
    }
  }
}

extension Stage {
  /// The exact distribution after a step of a run; nil where there is none.
  func marginal(_ direction: Direction, at step: Int) -> Marginal? {
    method.marginal(at: place(direction, at: step), in: laboratory)
  }
}

extension AppState {
  /// The exact distribution of the moment on the screen, if there is one.
  var marginal: Marginal? { stage.marginal(frame.direction, at: frame.step) }
}

extension Guidance {
  /// The distributions that it compares, both with noise of a level.
  func noisySides(at level: NoiseLevel) -> (weak: Marginal, strong: Marginal) {
    let part = { (mixture: GaussianMixture) in
      Marginal.diffused(mixture.diffused(to: level), of: mixture)
    }
    return (part(base), part(target))
  }
}
