/// A family of noise schedules, and the rule that makes one from its parameters.
public struct ScheduleKind: Choice {
  /// A parameter of a specification that a kind reads.
  public enum Parameter: String, Sendable, CaseIterable {
    case beta
    case rate
    case sigma
    case points

    /// The key in a preset: the rate of a continuous path is called beta too.
    public var key: String { self == .rate ? "beta" : rawValue }
  }

  /// How a specification becomes a schedule.
  public enum Rule: Sendable {
    /// By its betas, one for each step: variance preserving.
    case betas(@Sendable (ScheduleSpecification) -> [Double])
    /// By its levels, in a geometry of its own.
    case levels(Schedule.Geometry, @Sendable (ScheduleSpecification) -> [NoiseLevel])
  }

  public let id: String
  public let title: String
  public let summary: String
  /// The parameters this kind reads; others are ignored.
  public let parameters: Set<Parameter>
  public let rule: Rule
  /// The path in continuous time, for kinds that have one.
  let path: (@Sendable (ScheduleSpecification) -> ContinuousPath)?

  init(
    id: String, title: String, summary: String, parameters: Set<Parameter>, rule: Rule,
    path: (@Sendable (ScheduleSpecification) -> ContinuousPath)? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.parameters = parameters
    self.rule = rule
    self.path = path
  }

  public static let familyName = "schedule"

  /// Every kind of schedule; add a new one here and in a file of its own.
  public static let allCases: [ScheduleKind] = [
    .linear, .scaledLinear, .cosine, .sigmoid, .quadratic, .constant, .linearRescaled,
    .scaledLinearZeroSNR, .exponential, .laplace, .straightLine, .variancePreserving,
    .varianceExploding, .custom,
  ]
}

extension ScheduleSpecification {
  /// The position of step t on the way from the first step (0) to the last (1).
  func fraction(ofStep t: Int) -> Double { Double(t) / Double(timesteps - 1) }

  /// Betas given by a formula of that position.
  func betas(_ formula: (Double) -> Double) -> [Double] {
    (0..<timesteps).map { formula(fraction(ofStep: $0)) }
  }
}
