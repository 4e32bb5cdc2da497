/// The levels a sampler visits, from the noisiest to the last.
public struct TimeGrid: Sendable, Equatable {
  /// One stop of a grid.
  public struct Stop: Sendable, Equatable {
    public let level: NoiseLevel
    /// How many noising steps of the schedule lead here, or nearest to here: 0 is clean, T the
    /// noisiest.
    public let steps: Int

    public init(level: NoiseLevel, steps: Int) {
      self.level = level
      self.steps = steps
    }
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

  /// The grid through the given levels, which need not be levels of the schedule.
  public init(schedule: Schedule, levels: [NoiseLevel]) {
    self.init(stops: levels.map { Stop(level: $0, steps: schedule.noisingSteps(nearestTo: $0)) })
  }

  /// The number of sampling steps.
  public var steps: Int { stops.count - 1 }
}
