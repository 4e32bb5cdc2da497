/// The levels a sampler visits, from the noisiest to the last.
public struct TimeGrid: Sendable, Equatable {
  /// One stop of a grid.
  public struct Stop: Sendable, Equatable {
    public let level: NoiseLevel
    /// How many noising steps of the schedule lead here: 0 is clean, T the noisiest.
    public let steps: Int
  }

  /// The stops, one more than there are sampling steps.
  public let stops: [Stop]

  public init(stops: [Stop]) {
    precondition(stops.count >= 2, "a grid leads from one level to another")
    self.stops = stops
  }

  /// The grid through the given schedule indices (t from 0), the clean level following the last.
  public init(schedule: Schedule, indices: [Int]) {
    let visited = indices.map { Stop(level: schedule.levels[$0], steps: $0 + 1) }
    self.init(stops: visited + [Stop(level: .clean, steps: 0)])
  }

  /// The number of sampling steps.
  public var steps: Int { stops.count - 1 }
}

/// A rule that says where on a schedule the steps of a sampler fall.
public struct GridKind: Choice {
  public let id: String
  public let title: String
  public let summary: String
  /// The schedule indices (t from 0, falling) of `steps` sampling steps, steps from 1 to T.
  let indices: @Sendable (_ timesteps: Int, _ steps: Int) -> [Int]

  public static let familyName = "grid"

  /// Every kind of grid; add a new one here.
  public static let allCases: [GridKind] = [.trailing, .leading, .linspace]

  /// The grid of this kind on a schedule.
  ///
  /// - Parameter steps: how many sampling steps, from 1 to T.
  public func grid(on schedule: Schedule, steps: Int) -> TimeGrid {
    precondition((1...schedule.timesteps).contains(steps), "steps must be from 1 to T")
    return TimeGrid(schedule: schedule, indices: indices(schedule.timesteps, steps))
  }
}
