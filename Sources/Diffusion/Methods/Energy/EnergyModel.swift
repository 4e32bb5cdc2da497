/// A model of the density of noisy points that may not know how large it is as a whole: an energy, with
/// the score as minus its gradient, so that no partition function is needed to draw samples.
///
/// `p(x) = exp(-E(x)) / Z`. As a denoiser it estimates the noise as `sigma` times the gradient.
public protocol EnergyModel: Denoiser {
  /// The energies of points of a level, up to a constant that is the same for all of them, and the
  /// gradients there.
  ///
  /// - Parameters:
  ///   - points: in the schedule's own coordinates.
  ///   - level: the level they are at. Where no noise is left a network answers for the least there is.
  func energies(of points: [Point], at level: NoiseLevel) -> [EnergyReading]
}

/// What an energy model says of a point.
public struct EnergyReading: Sendable, Equatable {
  /// The energy in nats, up to the level's constant.
  public var energy: Double
  /// The gradient of the energy with respect to the point: minus the score.
  public var gradient: Point
}

/// The exact energy of a mixture: minus its log density, whose constant is known.
public struct ExactEnergy: EnergyModel {
  public let denoiser: ExactDenoiser

  public init(of mixture: GaussianMixture) {
    denoiser = ExactDenoiser(mixture: mixture)
  }

  public func energies(of points: [Point], at level: NoiseLevel) -> [EnergyReading] {
    let diffused = denoiser.mixture.diffused(to: level)
    return points.map { point in
      EnergyReading(
        energy: -diffused.logDensity(at: point), gradient: -1 * diffused.score(at: point))
    }
  }

  public func estimate(
    _ points: [Point], at level: NoiseLevel, into estimates: inout [Estimate]
  ) {
    denoiser.estimate(points, at: level, into: &estimates)
  }

  public func conditioned(on selection: LabelSelection) -> (any Denoiser)? {
    denoiser.conditioned(on: selection)
  }
}
