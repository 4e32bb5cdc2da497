/// How standard-normal noise becomes the start of a reverse run, in the schedule's coordinates.
public enum StartScale: String, Sendable, Codable, CaseIterable {
  /// x = noise.
  case unit
  /// x = sigma · noise, with the sigma of the first level.
  case sigma

  /// What a schedule's own literature does: sigma · noise where variance explodes, noise elsewhere.
  public static func standard(for geometry: Schedule.Geometry) -> StartScale {
    switch geometry {
    case .varianceExploding: .sigma
    case .variancePreserving, .straightLine: .unit
    }
  }
}

extension ReverseProcess {
  /// Standard-normal noise scaled to what the first level expects.
  public static func start(
    count: Int, schedule: Schedule, grid: TimeGrid, randomness: Randomness
  ) -> [Point] {
    var stream = randomness.stream(.start)
    return start(from: stream.normalPoints(count), schedule: schedule, grid: grid)
  }

  /// Given standard-normal noise scaled to what the first level expects.
  ///
  /// - Parameter scale: how; nil for the standard of the schedule's geometry.
  public static func start(
    from noise: [Point], schedule: Schedule, grid: TimeGrid, scale: StartScale? = nil
  ) -> [Point] {
    switch scale ?? .standard(for: schedule.geometry) {
    case .unit: noise
    case .sigma: noise.map { grid.stops[0].level.sigma * $0 }
    }
  }
}
