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

  /// What points are coloured by: what was chosen, else where they started on a transport, and how
  /// crowded they are elsewhere.
  var colour: ViewOptions.Colour {
    if let chosen = view.colour { return chosen }
    return isTransport && stage.labels(frame.direction) != nil ? .label : .density
  }

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
      case .learned: training.shownWeights.flatMap { RunModel($0, in: laboratory).velocityField }
      }
    guard let model else { return places.map { _ in .zero } }
    return (isLed ? laboratory.led(model) : model).velocities(
      of: places, given: conditioningOfParticle(count: places.count),
      at: frame.place.time)
  }
}

extension Stage {
  /// Whether guidance has its say in the run: on a transport a label alone only says where starts
  /// come from.
  var isGuided: Bool {
    guard let guidance = laboratory.guidance, guidanceRefusal == nil else { return false }
    return laboratory.transport == nil || laboratory.guides.weakerVelocityField != nil
      || guidance.specification.guidesVelocities
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

extension Laboratory {
  /// Whether points are joined in a way that has no closed form.
  var hasNoExactField: Bool { transport != nil && exactVelocityField == nil }
}
