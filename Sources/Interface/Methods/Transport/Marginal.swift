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
  /// The exact distribution after a step of a run; nil for a transport whose coupling pairs
  /// samples, which has none.
  func marginal(_ direction: Direction, at step: Int) -> Marginal? {
    guard let transport = laboratory.transport else {
      let mixture = laboratory.mixture
      return .diffused(mixture.diffused(to: level(direction, at: step)), of: mixture)
    }
    guard transport.coupling.isExact else { return nil }
    return .transport(transport.marginal(at: time(direction, at: step)))
  }
}

extension AppState {
  /// The exact distribution of the moment on the screen, if there is one.
  var marginal: Marginal? { stage.marginal(frame.direction, at: frame.step) }
}
