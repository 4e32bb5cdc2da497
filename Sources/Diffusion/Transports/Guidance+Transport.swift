extension GuidanceSpecification {
  /// Whether a model of a transport is guided by it. A label alone, without a weight, only says
  /// which label the starts belong to: whether the model is told is up to the experiment.
  public var guidesMotions: Bool {
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
    _ model: any TransportModel, of transport: Transport,
    awayFrom weaker: (any TransportModel)? = nil
  ) throws(TransportError) -> any TransportModel {
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
    of model: any TransportModel, in transport: Transport, asking guides: Guides = Guides()
  ) throws(TransportError) -> Opinions<any TransportModel> {
    let weaker = guides.weakerMotion
    let acts = weaker != nil || specification.guidesMotions
    return Opinions(
      weak: try weighing(0).everywhere.guiding(model, of: transport, awayFrom: weaker),
      strong: try weighing(1).everywhere.guiding(model, of: transport, awayFrom: weaker),
      guided: acts ? try guiding(model, of: transport, awayFrom: weaker) : model)
  }

  private func blend(
    _ strong: any TransportModel, _ weak: any TransportModel, _ transport: Transport
  ) -> GuidedMotion {
    GuidedMotion(
      strong: strong, weak: weak, weight: specification.weight, interval: interval,
      along: transport.path)
  }

  private func answer(
    of model: any TransportModel, for selection: LabelSelection?, in transport: Transport
  ) throws(TransportError) -> any TransportModel {
    if specification.kind != .exactPosterior, let own = model.answering(for: selection) {
      return own
    }
    guard let everybody = model.answering(for: nil) else { throw .unknownLabel(nil) }
    guard let selection else { return everybody }
    if specification.kind == .classifierFree { throw .unknownLabel(selection.prompt) }
    guard transport.coupling.isExact else {
      throw .nobodyLeads(to: selection.prompt, transport.coupling)
    }
    let exact = try ExactMotion(transport, isLabelPassed: false)
    return LedMotion(model: everybody, labelled: exact.answer(for: selection), everybody: exact)
  }
}

extension Laboratory {
  /// A model of the transport as runs ask it: guided, if the experiment says more than which label
  /// starts belong to.
  ///
  /// - Parameter weaker: a worse model to turn away from; nil for that of the guides.
  public func guided(
    _ model: any TransportModel, awayFrom weaker: (any TransportModel)? = nil
  ) throws(TransportError) -> any TransportModel {
    let weaker = weaker ?? guides.weakerMotion
    guard let guidance, let transport, weaker != nil || guidance.specification.guidesMotions else {
      return model
    }
    return try guidance.guiding(model, of: transport, awayFrom: weaker)
  }
}
