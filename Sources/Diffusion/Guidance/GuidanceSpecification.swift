/// What a preset says about guidance: towards which labels, away from which, how strongly.
public struct GuidanceSpecification: Codable, Sendable, Hashable {
  /// The prompt that is asked for, such as a label; nil for everything, where a weaker model is
  /// turned away from.
  public var label: String?
  /// The prompt that is turned away from; nil for away from everything, the unconditional answer.
  public var negative: String?
  /// The weight that is said; nil for the usual one.
  public var saidWeight: Double?
  /// The `sigma / alpha` between which guidance acts, from low to high; nil for all levels.
  public var interval: ScheduleSpecification.Ends?
  /// The training step, from 0, of the earlier network that is turned away from in place of
  /// everything (autoguidance, Karras et al. 2024); nil for none. The label is then asked of both
  /// networks.
  public var weakerSteps: Int?
  /// Where the difference comes from; nil for the model's own answers where it knows labels, and
  /// for the exact posterior where it does not.
  public var kind: GuidanceKind?

  public init(
    label: String? = nil, negative: String? = nil, weight: Double? = nil,
    interval: ScheduleSpecification.Ends? = nil, weakerSteps: Int? = nil,
    kind: GuidanceKind? = nil
  ) {
    self.label = label
    self.negative = negative
    saidWeight = weight
    self.interval = interval
    self.weakerSteps = weakerSteps
    self.kind = kind
  }

  /// 1, the usual one, is the model of the label itself, 0 what is turned away from.
  public var weight: Double {
    get { saidWeight ?? 1 }
    set { saidWeight = newValue }
  }

  /// The keys of a preset.
  public enum Key: String, Sendable, CaseIterable {
    case label
    case negative
    case weight
    case interval
    case weakerSteps = "weaker_steps"
    case kind
  }

  /// The closed-form model of a mixture, guided.
  public func denoiser(for mixture: GaussianMixture) throws(GuidanceError) -> any Denoiser {
    try Guidance(self, in: mixture).guiding(ExactDenoiser(mixture: mixture))
  }
}
