extension GuidanceSpecification {
  /// Whether a model of a transport is guided by it. A label alone, without a weight, only says
  /// which label the starts belong to: whether the model is told is up to the experiment.
  public var guidesVelocities: Bool {
    saidWeight != nil || negative != nil || interval != nil || kind != nil
  }
}

extension Guidance {
  /// A model of a transport, guided: `weak + weight · (strong − weak)`, as `guiding` says for
  /// denoisers.
  ///
  /// A model that knows labels answers for both sides; any other is led to them by what is exactly
  /// known. Throws where neither can be.
  ///
  /// - Parameter weaker: a worse model to turn away from; it is asked for the same labels.
  public func guiding(
    _ model: any VelocityField, of transport: Transport,
    awayFrom weaker: (any VelocityField)? = nil
  ) throws(TransportError) -> any VelocityField {
    if let weaker {
      return blend(
        wanted == nil ? model : try answer(of: model, for: wanted, in: transport),
        wanted == nil ? weaker : try answer(of: weaker, for: wanted, in: transport), transport)
    }
    if wanted == nil && unwanted == nil { return model }
    return blend(
      try answer(of: model, for: wanted, in: transport),
      try answer(of: model, for: unwanted, in: transport), transport)
  }

  /// What a model says with and without guidance, at every time.
  ///
  /// A label alone, without a weight, says where starts come from; the model is then left as it is.
  public func opinions(
    of model: any VelocityField, in transport: Transport, asking guides: Guides = Guides()
  ) throws(TransportError) -> Opinions<any VelocityField> {
    let weaker = guides.weakerVelocityField
    let acts = weaker != nil || specification.guidesVelocities
    return Opinions(
      weak: try weighing(0).everywhere.guiding(model, of: transport, awayFrom: weaker),
      strong: try weighing(1).everywhere.guiding(model, of: transport, awayFrom: weaker),
      guided: acts ? try guiding(model, of: transport, awayFrom: weaker) : model)
  }

  private func blend(
    _ strong: any VelocityField, _ weak: any VelocityField, _ transport: Transport
  ) -> GuidedVelocityField {
    GuidedVelocityField(
      strong: strong, weak: weak, weight: specification.weight, interval: interval,
      along: transport.path)
  }

  private func answer(
    of model: any VelocityField, for selection: LabelSelection?, in transport: Transport
  ) throws(TransportError) -> any VelocityField {
    if specification.kind != .exactPosterior, let own = model.answering(for: selection) {
      return own
    }
    guard let everybody = model.answering(for: nil) else { throw .unknownLabel(nil) }
    guard let selection else { return everybody }
    if specification.kind == .classifierFree { throw .unknownLabel(selection.prompt) }
    guard transport.coupling.isExact else {
      throw .nobodyLeads(to: selection.prompt, transport.coupling)
    }
    let exact = try ExactVelocityField(transport, isLabelPassed: false)
    return PosteriorGuidedVelocityField(
      model: everybody, labelled: exact.answer(for: selection), everybody: exact)
  }
}

extension Laboratory {
  /// A model of the transport as runs ask it: guided, if the experiment says more than which label
  /// starts belong to.
  ///
  /// - Parameter weaker: a worse model to turn away from; nil for that of the guides.
  public func guided(
    _ model: any VelocityField, awayFrom weaker: (any VelocityField)? = nil
  ) throws(TransportError) -> any VelocityField {
    let weaker = weaker ?? guides.weakerVelocityField
    guard let guidance, let transport, weaker != nil || guidance.specification.guidesVelocities
    else {
      return model
    }
    return try guidance.guiding(model, of: transport, awayFrom: weaker)
  }
}
