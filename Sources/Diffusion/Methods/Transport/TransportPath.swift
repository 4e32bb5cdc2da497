/// The shape of the way between a clean point and its start, and the schedule that it runs over.
public enum TransportPath: String, Sendable, CaseIterable {
  /// `(1 − t) · clean + t · start`.
  case straightLine = "straight-line"
  /// `alpha · clean + (1 − alpha) · centre + sigma · deviation`: the variance-preserving process
  /// around the centre of the start's own Gaussian.
  case shiftedVP = "shifted-vp"

  public var schedule: ScheduleKind {
    switch self {
    case .straightLine: .straightLine
    case .shiftedVP: .variancePreserving
    }
  }

  /// The path over a schedule; nil where it is no path to another prior.
  public init?(_ schedule: ScheduleKind) {
    guard let path = Self.allCases.first(where: { $0.schedule == schedule }) else { return nil }
    self = path
  }
}
