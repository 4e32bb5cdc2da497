/// The two answers that guidance compares, and what it makes of them: of a denoiser, or of a model of
/// how the points of a transport move.
public struct Opinions<Model: Sendable>: Sendable {
  /// The answer that is turned away from.
  public let weak: Model
  /// The answer for what is asked for.
  public let strong: Model
  /// `weak + weight · (strong − weak)` where guidance acts.
  public let guided: Model
}

extension Guidance {
  /// What a model says with and without guidance, at every level.
  public func opinions(
    of model: any Denoiser, asking guides: Guides = Guides()
  ) -> Opinions<any Denoiser> {
    func answer(_ guidance: Guidance) -> any Denoiser {
      guidance.guiding(model, awayFrom: guides.weaker, classifier: guides.classifier)
    }
    return Opinions(
      weak: answer(weighing(0).everywhere), strong: answer(weighing(1).everywhere),
      guided: answer(self))
  }

  /// The same guidance with another weight.
  public func weighing(_ weight: Double) -> Guidance {
    var guidance = self
    guidance.specification.weight = weight
    return guidance
  }
}

/// Models that guidance asks besides the one it guides.
public struct Guides: Sendable {
  /// A worse model to turn away from (autoguidance, Karras et al. 2024).
  public var weaker: (any Denoiser)?
  /// The same of a transport.
  public var weakerVelocityField: (any VelocityField)?
  /// A trained classifier, for guidance of the kind that asks it.
  public var classifier: (any LabelClassifier)?

  public init(
    weaker: (any Denoiser)? = nil, weakerVelocityField: (any VelocityField)? = nil,
    classifier: (any LabelClassifier)? = nil
  ) {
    self.weaker = weaker
    self.weakerVelocityField = weakerVelocityField
    self.classifier = classifier
  }
}
