import Diffusion

/// What a transport, from another prior, shows in place of a diffusion's.
extension AppState {
  /// Why there are no tubes to be seen; nil where there are.
  var noTubes: String? {
    if stage.tubes != nil { return nil }
    return isTransport
      ? "this prior knows no labels, so no class has a tube; O chooses another"
      : "tubes belong to priors of labels; O chooses one"
  }

  /// Whether points come from another prior than the standard normal.
  public var isTransport: Bool { stage.laboratory.transport != nil }

  /// The velocities dx/dt at places of this moment, as the particle that is looked into would feel
  /// them; no velocity field where they are not known.
  ///
  /// - Parameter isLed: whether guidance has its say, as in a run.
  func velocities(
    _ field: ViewOptions.Field, at places: [Point], isLed: Bool = false
  ) -> [Point] {
    let laboratory = stage.laboratory
    let model: (any VelocityField)? =
      switch field {
      case .off: nil
      case .exact: laboratory.exactVelocityField
      case .learned:
        training.shownWeights.flatMap { stage.method.model($0, in: laboratory).velocityField }
      }
    guard let model else { return places.map { _ in .zero } }
    return (isLed ? laboratory.led(model) : model).velocities(
      of: places, given: conditioningOfParticle(count: places.count),
      at: frame.place.time)
  }
}

extension Transport {
  /// How far from the origin data and prior go along either axis, up to two and a half standard
  /// deviations.
  var reach: Double {
    (data.components + prior.components).reduce(1) { reach, component in
      let deviations = 2.5 * max(component.covariance.xx, component.covariance.yy).squareRoot()
      return max(reach, max(abs(component.mean.x), abs(component.mean.y)) + deviations)
    }
  }
}
