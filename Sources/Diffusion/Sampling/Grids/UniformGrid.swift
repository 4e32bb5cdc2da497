extension GridKind {
  /// Even steps in time, 1 − i/N: the grid of flow matching.
  ///
  /// On schedules made of betas the times are those of `Schedule.level(atTime:)`, which lie between
  /// timesteps where N does not divide T.
  public static let uniform = GridKind(
    id: "uniform", title: "Uniform",
    summary: "even steps in continuous time; flow matching's",
    rule: .levels { schedule, steps in
      (0..<steps).map { schedule.level(atTime: 1 - Double($0) / Double(steps)) }
    })
}
