/// A rule that says where on a schedule the steps of a sampler fall.
public struct GridKind: Choice {
  /// How a number of steps becomes the stops of a grid; the clean level follows them all.
  enum Rule: Sendable {
    /// By schedule indices, t from 0, falling.
    case indices(@Sendable (_ timesteps: Int, _ steps: Int) -> [Int])
    /// By levels that may lie between those of the schedule.
    case levels(@Sendable (_ schedule: Schedule, _ steps: Int) -> [NoiseLevel])
  }

  public let id: String
  public let title: String
  public let summary: String
  let rule: Rule

  public static let familyName = "grid"

  /// Every kind of grid; add a new one here.
  public static let allCases: [GridKind] = [
    .trailing, .leading, .linspace, .karras, .exponential, .logSNR, .uniform,
  ]

  /// The grid of this kind on a schedule.
  ///
  /// - Parameter steps: how many sampling steps, from 1 to T.
  public func grid(on schedule: Schedule, steps: Int) -> TimeGrid {
    precondition((1...schedule.timesteps).contains(steps), "steps must be from 1 to T")
    switch rule {
    case .indices(let indices):
      return TimeGrid(schedule: schedule, indices: indices(schedule.timesteps, steps))
    case .levels(let levels):
      return TimeGrid(schedule: schedule, levels: levels(schedule, steps) + [.clean])
    }
  }
}
