/// What a preset says about guidance: towards which label, away from which, how strongly.
public struct GuidanceSpecification: Codable, Sendable, Hashable {
  /// The label that is asked for.
  public var label: String
  /// The label that is turned away from; nil for away from everything, the unconditional answer.
  public var negative: String?
  /// 1 is the model of the label itself, 0 what is turned away from.
  public var weight: Double
  /// The `sigma / alpha` between which guidance acts, from low to high; nil for all levels.
  public var interval: ScheduleSpecification.Ends?

  public init(
    label: String, negative: String? = nil, weight: Double = 1,
    interval: ScheduleSpecification.Ends? = nil
  ) {
    self.label = label
    self.negative = negative
    self.weight = weight
    self.interval = interval
  }

  /// The closed-form model of a mixture, guided.
  public func denoiser(for mixture: GaussianMixture) throws(GuidanceError) -> GuidedDenoiser {
    guard abs(weight) <= 100 else { throw .weight(weight) }
    var range = 0...Double.infinity
    if let interval {
      guard interval.first >= 0, interval.last >= interval.first else {
        throw .interval(interval.first, interval.last)
      }
      range = interval.first...interval.last
    }
    let everything = ExactDenoiser(mixture: mixture)
    let weak = try negative.map { label throws(GuidanceError) in
      try everything.conditioned(onLabel: label)
    }
    return GuidedDenoiser(
      strong: try everything.conditioned(onLabel: label), weak: weak ?? everything,
      weight: weight, interval: range)
  }
}
