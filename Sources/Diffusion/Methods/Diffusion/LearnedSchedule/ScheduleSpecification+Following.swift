extension ScheduleSpecification {
  /// Control points whose curve of betas follows a schedule, as many levels as it has: what can be bent by
  /// hand, kept in a preset and sampled along.
  ///
  /// Between the points the curve is a monotone cubic, so that levels between are nearly, and not quite,
  /// those of the schedule. They are dense at both ends, where betas change most. Betas keep the variance:
  /// of a schedule that does not, the log-SNRs are followed.
  ///
  /// - Parameter count: how many points, from 2 to `mostPoints`.
  public init(following schedule: Schedule, points count: Int = 32) {
    let last = schedule.timesteps - 1
    let places = (0..<count).map { index -> Int in
      let share = Double(index) / Double(count - 1)
      return Int((Double(last) * share * share * (3 - 2 * share)).rounded())
    }
    let kept = [1] + schedule.levels.map { 1 / (1 + $0.relativeSigma * $0.relativeSigma) }
    self.init(kind: .custom, timesteps: schedule.timesteps)
    points = Set(places).sorted().map {
      Point(Double($0) / Double(max(1, last)), min(1, max(0, 1 - kept[$0 + 1] / kept[$0])))
    }
  }
}
