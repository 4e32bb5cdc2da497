import Diffusion

/// The exact distribution of the points of a moment: their density and their labels.
enum Marginal: Sendable {
  case diffused(DiffusedMixture, of: GaussianMixture)
  case transport(TransportMarginal)

  /// The mixture to be asked for densities and for the posterior of labels.
  var mixture: DiffusedMixture {
    switch self {
    case .diffused(let diffused, _): diffused
    case .transport(let marginal): marginal.mixture
    }
  }

  /// How many Gaussians it is made of.
  var count: Int {
    switch self {
    case .diffused(_, let mixture): mixture.components.count
    case .transport(let marginal): marginal.components.count
    }
  }

  /// The Gaussians it is made of, as wide as they are at this moment.
  var components: [GaussianMixture.Component] {
    switch self {
    case .diffused(let diffused, let mixture):
      let level = diffused.level
      return mixture.components.map { component in
        var here = component
        here.mean = level.alpha * component.mean
        here.covariance = component.covariance.scaled(
          by: level.alpha * level.alpha, plusVariance: level.sigma * level.sigma)
        return here
      }
    case .transport(let marginal): return marginal.components
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
