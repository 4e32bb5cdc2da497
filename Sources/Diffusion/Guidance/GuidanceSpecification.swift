/// What a preset says about guidance: towards which label, away from which, how strongly.
public struct GuidanceSpecification: Codable, Sendable, Hashable {
  /// The label that is asked for; nil for all of them, where a weaker model is turned away from.
  public var label: String?
  /// The label that is turned away from; nil for away from everything, the unconditional answer.
  public var negative: String?
  /// 1 is the model of the label itself, 0 what is turned away from.
  public var weight: Double
  /// The `sigma / alpha` between which guidance acts, from low to high; nil for all levels.
  public var interval: ScheduleSpecification.Ends?

  public init(
    label: String? = nil, negative: String? = nil, weight: Double = 1,
    interval: ScheduleSpecification.Ends? = nil
  ) {
    self.label = label
    self.negative = negative
    self.weight = weight
    self.interval = interval
  }

  /// The keys of a preset.
  public enum Key: String, Sendable, CaseIterable {
    case label
    case negative
    case weight
    case interval
  }

  /// The closed-form model of a mixture, guided.
  public func denoiser(for mixture: GaussianMixture) throws(GuidanceError) -> any Denoiser {
    try Guidance(self, in: mixture).guiding(ExactDenoiser(mixture: mixture))
  }
}
